package org.parley.cli.veto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.parley.veto.VetoDelegation;
import org.parley.veto.VetoException;
import org.parley.veto.VetoIdentity;
import org.parley.veto.VetoSecrets;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options of the commands of one delegation.
final class RoundSide {

  @Parameters(paramLabel = "TRANSCRIPT", description = "The transcript of the round.")
  private Path transcript = Path.of("");

  @Option(
      names = "--as",
      required = true,
      paramLabel = "PARTY",
      description = "The party, as the terms name it.")
  private String party = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The signing key of the delegation.")
  private Path key = Path.of("");

  @Option(
      names = "--message",
      paramLabel = "FILE",
      description =
          "Write the message to this file, to be sent. Default: append it to the transcript.")
  private @Nullable Path message;

  Path transcript() {
    return transcript;
  }

  String party() {
    return party;
  }

  @Nullable Path message() {
    return message;
  }

  VetoDelegation delegation() throws IOException, VetoException {
    return new VetoDelegation(VetoIdentity.of(SecretFile.read(key)), new SecureRandom());
  }

  /// The secrets in a file; none if there is no such file.
  static @Nullable VetoSecrets find(Path secrets) throws IOException, VetoException {
    return Files.exists(secrets) ? VetoSecrets.of(SecretFile.read(secrets)) : null;
  }
}
