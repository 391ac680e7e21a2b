package io.cloudpulse.tests.serving;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser, that of the machine: without one, its tests are skipped, and say so. */
final class Chromium implements AutoCloseable {
  /** Of what a page is to show: a machine may have much else to do. */
  private static final double PATIENCE_MILLIS = 60_000;

  /** Alone on this machine: it asks nobody but the page's server. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> troubles = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "no Chromium on the PATH: tests in a browser are skipped");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
    options.setExecutablePath(program.orElseThrow()).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A new visitor's page, on a screen of this width. */
  Page page(String address, int width, ColorScheme colours) {
    BrowserContext visitor =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 844 : 900)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE));
    visitor.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = visitor.newPage();
    page.onPageError(error -> troubles.add("error: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            troubles.add("console: " + message.text());
          }
        });
    page.navigate(address);
    return page;
  }

  /** Errors of scripts, and what the content security policy forbade. */
  List<String> troubles() {
    return troubles;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
