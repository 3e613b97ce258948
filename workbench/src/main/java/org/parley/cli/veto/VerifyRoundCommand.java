package org.parley.cli.veto;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.veto.VetoException;
import org.parley.veto.VetoState;
import org.parley.veto.VetoVerifier;
import org.parley.wording.VetoWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley verify-round FILE`: does the transcript of an anonymous veto hold, and what came out?
@Command(
    name = "verify-round",
    mixinStandardHelpOptions = true,
    description = "Checks the transcript of an anonymous veto from its lines alone.",
    footerHeading =
        "%nExit code 0: it holds and is complete. 1: it is refused, unfinished or broken off. 66: no"
            + " such file.%n%n",
    footer = {
      "Examples:",
      "  parley verify-round round.jsonl",
      "  parley verify-round round.jsonl --json | jq .allAccept"
    })
public final class VerifyRoundCommand implements Callable<Integer> {

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "The transcript.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::verify);
  }

  private int verify() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      VetoState state = VetoVerifier.read(file).state();
      out.println(json ? VetoVerifier.json(state).toPrettyString() : VetoWording.state(state));
      return state instanceof VetoState.Complete ? ExitCode.OK : ExitCode.PROBLEMS;
    } catch (VetoException e) {
      out.println(json ? VetoVerifier.json(e).toPrettyString() : VetoWording.refused(e));
      return ExitCode.PROBLEMS;
    }
  }
}
