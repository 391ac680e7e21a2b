package io.cloudpulse.pipelines.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.Problems;
import java.util.Arrays;
import java.util.Locale;

/** How a plan is shown. */
public enum PlanFormat {
  TEXT {
    @Override
    public String write(Plan plan) {
      return PlanText.of(plan);
    }
  },
  SVG {
    @Override
    public String write(Plan plan) {
      return PlanSvg.of(plan);
    }
  },
  JSON {
    @Override
    public String write(Plan plan) {
      try {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a plan is always JSON", e);
      }
    }
  };

  /** The whole document, with a line break at its end. */
  public abstract String write(Plan plan);

  /** The format of that name; another name becomes a problem. */
  public static PlanFormat named(String name, Problems problems) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              problems.flag("format", name, "text, svg or json", "svg");
              return TEXT;
            });
  }
}
