package io.cloudpulse.pipelines.demo;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What the demo prints; coloured where the reader is a person at a terminal. */
public final class DemoPage {
  private final PrintWriter out;
  private final Ansi ansi;

  public DemoPage(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void heading(String text) {
    print("");
    print(ansi.new Text("@|bold,cyan " + text + "|@").toString());
  }

  void line(String text) {
    print("  " + text);
  }

  /** A command that the reader could type. */
  void command(String text) {
    print("  " + ansi.new Text("@|bold $|@ ") + text);
  }

  /** Where to look. */
  void address(String url) {
    print("");
    print("  " + ansi.new Text("Open @|bold,underline " + url + "|@ in a browser"));
  }

  void good(String text) {
    print("  " + ansi.new Text("@|green ok|@ ") + text);
  }

  void bad(List<String> problems) {
    problems.forEach(problem -> print("  " + ansi.new Text("@|bold,red WRONG|@ ") + problem));
  }

  private void print(String text) {
    out.println(text);
    out.flush();
  }
}
