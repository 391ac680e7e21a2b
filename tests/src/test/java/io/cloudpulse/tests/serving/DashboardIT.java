package io.cloudpulse.tests.serving;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, over real servers. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class DashboardIT {
  @TempDir static Path folder;
  private static ServedDashboard dashboard;

  @BeforeAll
  static void serve(Database database, Indices indices) throws Exception {
    dashboard = ServedDashboard.start(database, indices, folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  private static Database database() {
    return dashboard.data().database();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/dashboard/panels.csv", delimiter = ';', quoteCharacter = '`')
  void showsWhatSqlSays(String panel, String sql) throws Exception {
    ShownPage page = dashboard.open();

    List<String> expected = database().query(sql);
    assertThat(expected).isNotEmpty();
    int cells = expected.get(0).split("\\|").length;
    assertThat(page.rows(panel).stream().map(row -> first(cells, row))).isEqualTo(expected);
    assertThat(dashboard.chromium().troubles()).isEmpty();
  }

  private static String first(int cells, String row) {
    return String.join("|", List.of(row.split("\\|")).subList(0, cells));
  }

  @Test
  void showsTheFunnelAndTheLikelyBuyers() throws Exception {
    ShownPage page = dashboard.open();

    assertThat(page.rows("funnel"))
        .containsExactly("View|630|–", "Cart|180|29 %", "Purchase|90|50 %");
    assertThat(page.panel("funnel").locator(".figure")).hasText("14 %of views end in a purchase");
    // The newest session of each is its newest event, which put something into a cart.
    assertThat(page.rows("buyers").stream().map(row -> first(3, row)))
        .containsExactly(
            "User 7|95 %|1",
            "User 8|95 %|1",
            "User 17|95 %|1",
            "User 18|95 %|1",
            "User 27|95 %|1",
            "User 28|95 %|1",
            "User 37|95 %|1",
            "User 38|95 %|1");
    assertThat(page.rows("jobs")).hasSize(5).allMatch(row -> row.contains("|done|direct|"));
  }

  @Test
  void goesThroughPeriodsAndCountries() {
    ShownPage page = dashboard.open();
    Locator indicators = page.panel("indicators");

    indicators.locator(".controls select").selectOption("NY.GDP.MKTP.KD.ZG");
    assertThat(indicators.locator("canvas"))
        .hasAttribute("aria-label", Pattern.compile("GDP growth.*2001 to 2025.*"));
    ShownPage.click(indicators, "Leave out Arcadia");
    indicators.locator(".chips select").selectOption("QAM");
    assertThat(indicators.locator("canvas"))
        .hasAttribute("aria-label", Pattern.compile(".*: Costaluna, .*, Meridia"));

    ShownPage.click(page.page().locator("#period"), "1 hour");
    assertThat(page.panel("revenue").locator(".figure span")).hasText("in 1 hour");
  }

  @Test
  void searchFindsAndNarrows() {
    ShownPage page = dashboard.open();

    page.search("lighthouse");
    Locator found = page.panel("search");
    assertThat(found.locator(".hit mark").first()).hasText("Lighthouse");
    assertThat(found.locator(".hit")).hasCount(10);
    found.locator(".chip", new Locator.LocatorOptions().setHasText("northwind.products")).click();
    assertThat(found.locator(".hit .badge", new Locator.LocatorOptions().setHasText("books")))
        .hasCount(0);
    assertThat(found.locator(".hit strong").first()).containsText("Lighthouse");

    page.page().getByRole(AriaRole.SEARCHBOX).fill("<img src=x onerror=alert(1)>");
    page.page().getByRole(AriaRole.SEARCHBOX).press("Enter");
    assertThat(found.locator(".panel-body")).containsText("<img src=x onerror=alert(1)>");
    assertThat(found.locator("img")).hasCount(0);
  }

  @Test
  void replaysALetterWhichThenIsGone() throws Exception {
    ShownPage page = dashboard.open();
    Locator letters = page.panel("letters");
    letters.locator("select").first().selectOption("northwind.products");
    letters.locator("select").last().selectOption("sink");
    assertThat(letters.locator("tbody tr")).hasCount(4);

    letters.locator("[data-letter]").first().click();
    Locator dialog = page.page().locator("#letter");
    assertThat(dialog.locator("pre")).containsText("boxes,95.00,");
    ShownPage.click(dialog, "Replay");
    assertThat(dialog.locator(".said")).containsText("A token is needed");
    dialog.locator("#letter-token").fill("pulse_of_nobody");
    ShownPage.click(dialog, "Replay");
    assertThat(dialog.locator(".said")).containsText("is not known");
    dialog.locator("#letter-token").fill(dashboard.token());
    ShownPage.click(dialog, "Replay");

    assertThat(dialog.locator(".said"))
        .hasText(
            "Replayed: the record is in the sinks now, and the letter is closed.",
            new HasTextOptions().setTimeout(90_000));
    page.page().keyboard().press("Escape");
    assertThat(letters.locator("tbody tr")).hasCount(3);
    assertThat(database().one("select count(*) from northwind.products where unit_price = 95"))
        .isEqualTo("1");
    assertThat(database().one("select count(*) from pulse.dead_letters where status = 'replayed'"))
        .isEqualTo("1");
  }

  @Test
  void aPanelThatFailsBreaksNoOther() {
    Page page = dashboard.unopened();
    page.route("**/api/funnel*", Route::abort);
    page.route(
        "**/api/salaries*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    page.navigate(dashboard.server().address());
    ShownPage shown = new ShownPage(page).settled();

    assertThat(shown.panel("funnel")).hasAttribute("data-state", "error");
    assertThat(shown.panel("funnel")).containsText("The server does not answer");
    assertThat(shown.panel("salaries")).containsText("Status 500");
    assertThat(page.locator(".panel[data-state=error]")).hasCount(2);

    page.unroute("**/api/funnel*");
    ShownPage.click(shown.panel("funnel"), "Try again");
    assertThat(shown.panel("funnel")).hasAttribute("data-state", "ready");
  }

  @Test
  void listensAgainAfterTheLinkWasLost() {
    Page page = dashboard.unopened();
    page.route("**/api/live", Route::abort);
    page.navigate(dashboard.server().address());
    assertThat(page.locator("#link-text")).hasText("Not connected");

    page.unroute("**/api/live");
    assertThat(page.locator("#link-text")).hasText("Live");
    assertThat(page.locator("[data-tile=events]")).hasText("900");
  }

  @Test
  void saysHowToBegin(Database empty) throws Exception {
    try (ServingProcess over = ServingProcess.over(empty)) {
      ShownPage page =
          new ShownPage(dashboard.chromium().page(over.address(), 390, ColorScheme.LIGHT))
              .settled();

      assertThat(page.page().locator("#begin")).containsText("./pulse demo");
      assertThat(page.page().locator(".panel[data-state=error]")).hasCount(0);
      assertThat(page.panel("funnel")).containsText("There are no rows yet");
      assertThat(page.panel("funnel").locator("code")).containsText("./pulse run --dataset=");
      page.picture("empty-light-390");
      assertThat(PageRules.layoutFaults(page.page())).isEmpty();
      assertThat(PageRules.accessFaults(page.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void fitsEveryScreenAndKeepsNobodyOut(ColorScheme colours) throws Exception {
    for (int width : new int[] {1280, 390}) {
      ShownPage page = dashboard.open(width, colours);
      page.search("harbour");

      page.picture("page-%s-%d".formatted(colours.name().toLowerCase(Locale.ROOT), width));
      assertThat(PageRules.layoutFaults(page.page())).isEmpty();
      assertThat(PageRules.accessFaults(page.page())).isEmpty();
      page.panel("letters").locator("[data-letter]").first().click();
      assertThat(page.page().locator("#letter pre")).isVisible();
      page.picture("letter-%s-%d".formatted(colours.name().toLowerCase(Locale.ROOT), width));
      assertThat(PageRules.accessFaults(page.page())).isEmpty();
    }
    assertThat(dashboard.chromium().troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void isUsedByKeyboardAlone(int width) {
    Page page = dashboard.open(width, ColorScheme.LIGHT).page();
    KeyboardWalk walk = new KeyboardWalk(page);

    walk.to("Skip to the numbers").press("Enter");
    assertThat(page.locator("#main")).isFocused();
    walk.to("30 days").press("Space");
    assertThat(page.locator("#panel-users .figure")).containsText("in the window until");
    walk.to("Numbers").press("Enter");
    walk.to("Numbers of:").to("Search books").type("harbour").press("Enter");
    assertThat(page.locator(".hit").first()).isVisible();
    walk.to("Show the letter of").press("Enter");
    assertThat(page.locator("#letter-title")).isVisible();
    walk.to("Operator’s token").press("Escape");
    assertThat(page.locator("#letter")).hasCount(0);
    assertThat(walk.unseen()).isEmpty();
  }
}
