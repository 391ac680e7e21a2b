package io.cloudpulse.tests.serving;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What must hold of a page however wide it is, and in whatever colours. */
final class PageRules {
  /** Boxes that are cut, panels that lie over each other, a page that scrolls sideways. */
  private static final String LAYOUT =
      """
      () => {
        const faults = [];
        const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
        for (const box of document.querySelectorAll('body *')) {
          // What scrolls on purpose, or is for those alone who do not see.
          if (box.closest('.unseen, .skip, .as-table .scroll, pre, svg, option')) continue;
          const style = getComputedStyle(box);
          if (style.display === 'inline' || !box.clientWidth) continue;
          if (box.scrollWidth > box.clientWidth + 1) {
            faults.push(`cut: ${box.tagName}.${box.className} "${box.textContent.slice(0, 40)}"`);
          }
        }
        const boxes = [...document.querySelectorAll('.panel, .tile, .bar')].map(
          (box) => [box.id || box.textContent, box.getBoundingClientRect()]);
        boxes.forEach(([name, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
          const over = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          if (over) faults.push(`${name} lies over ${other}`);
        }));
        return faults;
      }\
      """;

  private static final String ACCESS =
      """
      async () => (await axe.run()).violations
        .filter(({impact}) => impact === 'serious' || impact === 'critical')
        .map(({id, impact, nodes}) => `${impact} ${id}: ${nodes[0].target} (${nodes.length}) ${nodes[0].failureSummary}`)\
      """;

  private PageRules() {}

  @SuppressWarnings("unchecked") // the script returns an array of texts
  static List<String> layoutFaults(Page page) {
    return (List<String>) page.evaluate(LAYOUT);
  }

  /** What axe-core finds that keeps some people out. */
  @SuppressWarnings("unchecked") // the script returns an array of texts
  static List<String> accessFaults(Page page) throws IOException {
    try (InputStream axe = PageRules.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<String>) page.evaluate(ACCESS);
  }
}
