package org.parley.operate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.parley.operate.PartStatus.Condition;

/// How a server is.
///
/// @param version of the program
/// @param since when it was started
/// @param parts those that it has
public record ServerStatus(String version, Instant since, Map<ServerPart, PartStatus> parts) {

  public ServerStatus {
    parts = Map.copyOf(parts);
  }

  /// The worst condition of its parts.
  public Condition condition() {
    return parts.values().stream()
        .map(each -> each.finding().condition())
        .max(Comparator.naturalOrder())
        .orElse(Condition.WELL);
  }

  /// How a part is; empty if the server does not have it.
  public Optional<PartStatus> find(ServerPart part) {
    return Optional.ofNullable(parts.get(part));
  }
}
