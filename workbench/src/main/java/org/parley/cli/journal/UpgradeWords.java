package org.parley.cli.journal;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.store.DatabaseAddress;
import org.parley.store.UpgradePlan;

/// The words of an upgrade at a terminal.
final class UpgradeWords {

  private static final double MEGABYTE = 1 << 20;

  private UpgradeWords() {}

  /// Of what would be done.
  static String of(DatabaseAddress address, UpgradePlan plan) {
    String by = plan.by() == null ? "" : ", made by Parley " + plan.by();
    String has = "The journal " + address + " has schema " + plan.from() + by;
    if (plan.steps().isEmpty()) {
      return has + ". This Parley writes the same: nothing is to be done.";
    }
    StringBuilder words = new StringBuilder(has);
    words.append(". This Parley writes schema ").append(plan.to()).append(". To be done:");
    plan.steps()
        .forEach(
            each ->
                words
                    .append("\n  ")
                    .append(each.version())
                    .append("  ")
                    .append(each.description().toLowerCase(Locale.ROOT))
                    .append(
                        each.isCompatible() ? ", while servers of the version before run" : ""));
    words
        .append("\nIt needs up to ")
        .append(size(plan.needed()))
        .append(
            plan.free() < 0 ? " more on the server." : ", and " + size(plan.free()) + " are free.");
    if (!plan.fits()) {
      words.append(" Maybe make room first.");
    }
    if (!plan.servers().isEmpty()) {
      words
          .append(
              plan.isCompatible()
                  ? "\nMaybe start the later version of one server after the other. It is served by: "
                  : "\nMaybe stop first what serves it: ")
          .append(String.join(", ", plan.servers()))
          .append(".");
    }
    return words.append("\nNothing was changed.").toString();
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }

  /// Of what was done.
  ///
  /// @param kept where the file was kept as it was; null for a server
  static String done(UpgradePlan plan, @Nullable Path kept) {
    return "Upgraded from schema "
        + plan.from()
        + " to "
        + plan.to()
        + ", and verified."
        + (kept == null
            ? ""
            : " As it was, it is kept in "
                + kept
                + ". Maybe delete that once the new one has served well.");
  }
}
