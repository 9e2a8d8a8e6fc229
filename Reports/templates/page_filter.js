// Filters a table by what its form says. Without it the page is a plain document and the form stays hidden.
(() => {
    "use strict";

    const folded = (text) => text.normalize("NFKC").toLowerCase();
    const words = (text) => text.split(" ").filter(Boolean);

    document.querySelectorAll("form[data-filter-for]").forEach((form) => {
        const table = document.getElementById(form.dataset.filterFor);
        const count = document.querySelector(`[data-count-for="${form.dataset.filterFor}"]`);
        const areaSets = table.dataset.areaSets.split("|").map(words);
        const rows = Array.from(table.tBodies[0].rows, (row) => ({
            element: row,
            text: folded(row.textContent),
            areas: areaSets[row.dataset.areas],
            themes: words(row.dataset.themes),
            types: words(row.dataset.types),
            isMember: "member" in row.dataset,
            isPick: "pick" in row.dataset,
            hasResponded: "responded" in row.dataset,
        }));

        const apply = () => {
            const field = form.elements;
            const wanted = words(folded(field.text.value).replace(/\s+/g, " "));
            let shown = 0;
            rows.forEach((row) => {
                const isShown = wanted.every((word) => row.text.includes(word))
                    && (!field.area.value || row.areas.includes("*") || row.areas.includes(field.area.value))
                    && (!field.theme.value || row.themes.includes(field.theme.value))
                    && (!field.type.value || row.types.includes(field.type.value))
                    && (!field.member.checked || row.isMember)
                    && (!field.pick.checked || row.isPick)
                    && (!field.responded.checked || row.hasResponded);
                row.element.hidden = !isShown;
                if (isShown) shown += 1;
            });
            count.textContent = `${shown}団体`;
        };

        const show = (wanted) => {
            form.reset();
            Object.entries(wanted).forEach(([name, value]) => { form.elements[name].value = value; });
            apply();
            const heading = table.closest("section").querySelector("h2");
            heading.scrollIntoView();
            heading.focus({ preventScroll: true });
        };

        document.addEventListener("show-organizations", (event) => show(event.detail));
        document.querySelectorAll("table[data-row-field]").forEach((heat) => {
            heat.addEventListener("click", (event) => {
                const cell = event.target.closest("td.cell");
                if (!cell || !cell.querySelector("a")) return;
                event.preventDefault();
                show({
                    [heat.dataset.rowField]: cell.parentElement.cells[0].dataset.id,
                    [heat.dataset.columnField]: heat.tHead.rows[0].cells[cell.cellIndex].dataset.id,
                });
            });
        });
        form.addEventListener("input", apply);
        form.addEventListener("reset", () => setTimeout(apply, 0));
        form.addEventListener("submit", (event) => event.preventDefault());
        form.hidden = false;
        document.querySelectorAll("[data-needs-script]").forEach((note) => { note.hidden = false; });
        apply();
    });
})();
