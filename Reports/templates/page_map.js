// Shows on the map what its form says. Without it the map shows one activity, and the tables of gaps have the others.
(() => {
    "use strict";

    const form = document.querySelector("form[data-map-form]");
    if (!form) return;
    const map = document.getElementById(form.dataset.mapForm);
    const part = (name) => document.getElementById(`${map.id}-${name}`);
    const fields = form.elements;
    const kinds = Array.from(part("legend").querySelectorAll("[data-kind]"), (row) => row.dataset);
    const shapes = Array.from(map.querySelectorAll("[data-area]"));
    const points = Array.from(map.querySelectorAll(".member-point, .pick-point"));
    const none = { mapStyle: "map-none", cellStyle: "", sign: "—", word: "" };

    const kind = (shape) => {
        const theme = fields.theme.selectedIndex - 1;
        const type = fields.type.selectedIndex - 1;
        const types = fields.type.options.length - 1;
        const digit = theme < 0 ? (shape.dataset.types || "")[type]
            : type < 0 ? shape.dataset.themes[theme]
            : (shape.dataset.pairs || "")[theme * types + type];
        return kinds[digit] || none;
    };

    const chosenWords = () => [fields.theme, fields.type].filter((field) => field.value)
        .map((field) => field.selectedOptions[0].textContent).join(" × ");

    const apply = () => {
        const words = chosenWords();
        part("title").textContent = words ? `「${words}」の空白の種類` : "活動内容か活動の種類を選んでください";
        map.setAttribute("aria-label", words ? `「${words}」の空白の種類を示す図` : "何も選んでいない図");
        const found = new Map(shapes.map((shape) => [shape.dataset.area, kind(shape)]));
        shapes.forEach((shape) => shape.setAttribute("class", found.get(shape.dataset.area).mapStyle));
        map.querySelectorAll("[data-label-for]").forEach((label) => {
            label.querySelector(".area-sign").textContent = found.get(label.dataset.labelFor).sign;
        });
        if (part("table")) {
            part("table").querySelectorAll("[data-area]").forEach((row) => {
                const shown = found.get(row.dataset.area);
                row.cells[1].className = `cell ${shown.cellStyle}`;
                row.querySelector(".sign").textContent = shown.sign;
                row.querySelector(".word").textContent = shown.word;
            });
        }
        points.forEach((point) => {
            const has = (list, field) => !field.value || list.split(" ").includes(field.value);
            const isShown = fields.points.checked && has(point.dataset.themes, fields.theme)
                && has(point.dataset.types, fields.type);
            point.style.display = isShown ? "" : "none";
        });
    };

    if (document.querySelector("form[data-filter-for]")) map.classList.add("is-live");
    map.addEventListener("click", (event) => {
        const shape = event.target.closest("[data-area]");
        if (!shape) return;
        document.dispatchEvent(new CustomEvent("show-organizations", {
            detail: { area: shape.dataset.area, theme: fields.theme.value, type: fields.type.value },
        }));
    });
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
})();
