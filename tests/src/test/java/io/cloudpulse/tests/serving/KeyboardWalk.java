package io.cloudpulse.tests.serving;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Goes through a page by the tab key, and looks at each stop whether one sees where one is. After
 * the last stop, of the page or of a dialog, the key leaves it for the browser's own bar: then
 * nothing of the page has the focus, and the next tab begins anew.
 */
final class KeyboardWalk {
  private static final int MOST_STOPS = 150;

  private static final String STOP =
      """
      () => {
        const at = document.activeElement;
        if (at === document.body) return {name: '', seen: 'true'};
        const box = at.getBoundingClientRect();
        const style = getComputedStyle(at);
        const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent.trim();
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
        const inView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return {name, seen: String(outlined && inView && style.clipPath === 'none')};
      }\
      """;

  private final Page page;
  private final List<String> unseen = new ArrayList<>();

  KeyboardWalk(Page page) {
    this.page = page;
  }

  /** Tabs on to what has a name that begins so. */
  KeyboardWalk to(String name) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      Map<?, ?> at = (Map<?, ?>) page.evaluate(STOP);
      if (at.get("seen").equals("false")) {
        unseen.add(String.valueOf(at.get("name")));
      }
      if (String.valueOf(at.get("name")).startsWith(name)) {
        return this;
      }
    }
    throw new AssertionError("the tab key does not lead to " + name);
  }

  KeyboardWalk press(String key) {
    page.keyboard().press(key);
    return this;
  }

  KeyboardWalk type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Stops at which one does not see where one is. */
  List<String> unseen() {
    return unseen;
  }
}
