package org.parley.cli.team;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.parley.store.anchor.AnchorPlan;
import picocli.CommandLine.Option;

/// Where a served journal is anchored.
final class AnchorOptions {

  private static final int MOST_HOURS = 24 * 366;

  @Option(
      names = "--anchor-file",
      paramLabel = "FILE",
      description =
          "Sign the head of the journal regularly, and append it to this file; with --cases, a folder"
              + " with a file for each.")
  private @Nullable Path file;

  @Option(
      names = "--anchor-key",
      paramLabel = "FILE",
      description = "Sign with this private key; see parley anchor key.")
  private @Nullable Path key;

  @Option(
      names = "--anchor-hours",
      paramLabel = "N",
      description =
          "Sign every so many hours, if something was recorded. Default: ${DEFAULT-VALUE}.")
  private int hours = 24;

  @Option(
      names = "--anchor-time-stamp",
      paramLabel = "URL",
      description = "Have this authority confirm the time (RFC 3161). It learns a digest alone.")
  private @Nullable URI authority;

  /// Where the journal is anchored; null for nowhere.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  @Nullable AnchorPlan plan() {
    if (file == null && key == null) {
      if (authority != null) {
        throw new IllegalArgumentException(
            "--anchor-time-stamp is only used with --anchor-file and --anchor-key. Maybe add them.");
      }
      return null;
    }
    if (file == null || key == null) {
      throw new IllegalArgumentException(
          "an anchor needs a file and a key. Maybe add --anchor-file and --anchor-key.");
    }
    if (!Files.isReadable(key)) {
      throw new IllegalArgumentException(
          "--anchor-key \"" + key + "\" cannot be read. Maybe check its path and who may read it.");
    }
    if (hours < 1 || hours > MOST_HOURS) {
      throw new IllegalArgumentException("--anchor-hours is " + hours + ". Maybe 24.");
    }
    if (authority != null && !AnchorPlan.isAuthority(authority)) {
      throw new IllegalArgumentException(
          "--anchor-time-stamp is \"" + authority + "\". Maybe http://tsa.example.org.");
    }
    return new AnchorPlan(file, key, Duration.ofHours(hours), authority);
  }
}
