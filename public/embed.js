// Defines <utlovat-figure src="…" title="…" height="…">: a figure of this site in a frame that is
// always as high as what stands in it. What stands between its tags shows where no script runs.
// For pages of others: it stores nothing, loads nothing but the figure, and keeps its address.
if (!customElements.get("utlovat-figure")) {
  const tallest = 6000;
  customElements.define(
    "utlovat-figure",
    class extends HTMLElement {
      static observedAttributes = ["src", "title", "height"];
      #frame = Object.assign(document.createElement("iframe"), { loading: "lazy" });
      #take = ({ source, data }) => {
        if (source !== this.#frame.contentWindow || data?.type !== "utlovat:height") return;
        const { height } = data;
        if (height > 0) this.#frame.style.height = `${Math.min(height, tallest)}px`;
      };

      constructor() {
        super();
        const frame = this.#frame;
        frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups");
        frame.setAttribute("scrolling", "no");
        // The page's own rules for frames do not reach it here.
        frame.style.cssText = "display: block; width: 100%; border: 0";
        this.attachShadow({ mode: "open" }).append(frame);
      }

      connectedCallback() {
        this.style.display ||= "block";
        addEventListener("message", this.#take);
      }

      disconnectedCallback() {
        removeEventListener("message", this.#take);
      }

      attributeChangedCallback(name, _, value) {
        if (name === "height") {
          this.#frame.style.height ||= `${Number.parseInt(value, 10) || 0}px`;
        } else if (name === "title") {
          this.#frame.title = value ?? "";
        } else if (value) {
          const url = new URL(value, document.baseURI);
          if (/^https?:$/.test(url.protocol)) this.#frame.src = url.href;
        }
      }
    },
  );
}
