package io.cloudpulse.tests.serving;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The page over data for every panel, and a browser.
 *
 * @param token an operator's
 */
record ServedDashboard(PageData data, ServingProcess server, Chromium chromium, String token)
    implements AutoCloseable {
  /** Skips the test where there is no browser, before anything else is done. */
  static ServedDashboard start(Database database, Indices indices, Path folder) throws Exception {
    Chromium chromium = Chromium.start();
    PageData data = new PageData(database, indices, folder);
    data.load();
    Path tokens = folder.resolve("tokens");
    String token = OperatorToken.make(tokens);
    ServingProcess server =
        ServingProcess.over(
            database,
            "--elasticsearch=" + indices.url(),
            "--tokens=" + tokens,
            "--launcher=" + LauncherScript.in(folder));
    return new ServedDashboard(data, server, chromium, token);
  }

  /** A new visitor's page, once every panel has loaded. */
  ShownPage open(int width, ColorScheme colours) {
    return new ShownPage(chromium.page(server.address(), width, colours)).settled();
  }

  ShownPage open() {
    return open(1280, ColorScheme.LIGHT);
  }

  /** A page that has not been opened yet, to be told first what it cannot reach. */
  Page unopened() {
    return chromium.page("about:blank", 1280, ColorScheme.LIGHT);
  }

  @Override
  public void close() throws IOException {
    server.close();
    data.forget();
    chromium.close();
  }
}
