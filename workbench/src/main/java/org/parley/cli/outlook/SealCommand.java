package org.parley.cli.outlook;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.model.InvalidValueException;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.wording.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley seal`: the seal of a chance, for a forecast that nobody else can read yet.
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description =
        "Prints the seal of a probability and the key that opens it. The forecast has the seal; the"
            + " key stays with its forecaster until the question is closed.",
    footerHeading = "%nExit code 0: done. 2: not a probability.%n%n",
    footer = {"Examples:", "  parley seal --forecaster \"A. Analyst\" --chance \"35 %%\""})
public final class SealCommand implements Callable<Integer> {

  private static final int KEY_BYTES = 16;

  @Option(
      names = "--forecaster",
      paramLabel = "NAME",
      required = true,
      description = "The forecaster, as the forecast will name it.")
  private String forecaster = "";

  @Option(
      names = "--chance",
      paramLabel = "CHANCE",
      required = true,
      description = "The probability: 35 %%, 2.5 %% or 1/3.")
  private String chance = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The key, not easily guessed. Default: a random one.")
  private @Nullable String key;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec of = spec;
    if (of == null) {
      return ExitCode.USAGE;
    }
    String with = key;
    if (with == null) {
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      with = HexFormat.of().formatHex(random);
    }
    try {
      Seal seal = Seal.of(forecaster, new Probability(chance), with);
      PrintWriter out = of.commandLine().getOut();
      out.println("seal: " + seal);
      out.println("key: " + with);
      return ExitCode.OK;
    } catch (InvalidValueException e) {
      throw new ParameterException(of.commandLine(), Complaint.of(e).sentence());
    }
  }
}
