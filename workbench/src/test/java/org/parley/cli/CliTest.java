package org.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CliTest {

  @Command(name = "burst")
  static final class Bursts implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("a wheel came off");
    }
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... arguments) {
    return new Cli(List.of(new Bursts(), new CheckCommand()), List.of("completion"), environment)
        .printingTo(new PrintWriter(out), new PrintWriter(err))
        .run(arguments);
  }

  @Test
  void whatIsBrokenInsideIsSaidInOneSentenceWithoutAStackTrace() {
    assertEquals(70, run(Map.of(), "burst"));
    assertEquals(1, err.toString().lines().count());
    assertTrue(err.toString().contains("a wheel came off"), err.toString());
    assertTrue(err.toString().contains("Maybe run it again with PARLEY_DEBUG=1"), err.toString());
  }

  @Test
  void whoAsksForItSeesWhereItBroke() {
    assertEquals(70, run(Map.of("PARLEY_DEBUG", "1"), "burst"));
    assertTrue(err.toString().contains("Bursts.call"), err.toString());
  }

  @Test
  void completionKnowsEveryCommandAndItsOptions() {
    assertEquals(0, run(Map.of(), "completion"));
    assertTrue(out.toString().contains("complete -F _complete_parley"), out.toString());
    assertTrue(out.toString().contains("check"), out.toString());
    assertTrue(out.toString().contains("--json"), out.toString());
  }

  @Test
  void withoutACommandTheOneForBeginnersRuns() {
    assertEquals(0, run(Map.of()));
    assertFalse(out.toString().isEmpty());
  }
}
