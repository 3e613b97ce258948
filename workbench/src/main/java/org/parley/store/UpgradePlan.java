package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work that brings a journal to the schema of this program.
///
/// @param from the schema that it has
/// @param by the version of Parley that made it; null where that is not known
/// @param to the schema of this program
/// @param steps the migrations that would run, in order; none if it is up to date
/// @param bytes the size of the journal
/// @param free the room where its file is; -1 for a server
/// @param servers the servers that use it, by address or id
public record UpgradePlan(
    String from,
    @Nullable String by,
    String to,
    List<MigrationStep> steps,
    long bytes,
    long free,
    List<String> servers) {

  /// A copy that is migrated, which may grow to twice its size, and one that is kept.
  private static final int COPIES = 3;

  public UpgradePlan {
    steps = List.copyOf(steps);
    servers = List.copyOf(servers);
  }

  /// A migration.
  ///
  /// @param description a few words
  /// @param isCompatible whether servers of the version before may run meanwhile
  public record MigrationStep(String version, String description, boolean isCompatible) {}

  /// Whether servers of the version before may run meanwhile.
  public boolean isCompatible() {
    return steps.stream().allMatch(MigrationStep::isCompatible);
  }

  /// The room that is needed, beside the journal: in its folder, or on the server.
  public long needed() {
    return free < 0 ? bytes : COPIES * bytes;
  }

  /// Whether there is room, as far as is known.
  public boolean fits() {
    return free < 0 || free >= needed();
  }
}
