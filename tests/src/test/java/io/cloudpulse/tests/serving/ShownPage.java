package io.cloudpulse.tests.serving;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** The page in a browser, as its visitors use it. */
record ShownPage(Page page) {
  private static final Path PICTURES =
      Path.of(System.getProperty("pulse.project"), "tests", "target", "screenshots");

  Locator panel(String id) {
    return page.locator("#panel-" + id);
  }

  /** Waits until no panel loads any more. */
  ShownPage settled() {
    PlaywrightAssertions.assertThat(page.locator(".panel[data-state=loading]")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator("#link-text")).hasText("Live");
    return this;
  }

  /** A table in a panel, each row as its cells between bars; that of a chart is opened first. */
  @SuppressWarnings("unchecked") // the script returns an array of texts
  List<String> rows(String id) {
    Locator numbers = panel(id).locator("summary");
    if (numbers.count() > 0 && !(boolean) numbers.evaluate("one => one.parentNode.open")) {
      numbers.click();
    }
    return (List<String>)
        panel(id)
            .locator("tbody")
            .evaluate(
                "body => [...body.rows].map(row => [...row.cells].map(c =>"
                    + " c.textContent).join('|'))");
  }

  /** A button in a part of the page, by its whole name. */
  static void click(Locator part, String name) {
    part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  void search(String words) {
    page.getByRole(AriaRole.SEARCHBOX).fill(words);
    page.getByRole(AriaRole.SEARCHBOX).press("Enter");
    PlaywrightAssertions.assertThat(panel("search").locator(".hit").first()).isVisible();
  }

  /** Keeps a picture of all of it, from its top. */
  void picture(String name) {
    page.evaluate("() => scrollTo(0, 0)");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setFullPage(true)
            .setCaret(com.microsoft.playwright.options.ScreenshotCaret.HIDE));
  }
}
