package org.parley.web.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.operate.Probe;
import org.parley.operate.StatusBoard;
import org.parley.store.Journal;
import org.parley.web.nodes.Nodes;
import org.parley.web.service.CaseService;

/// Whether a server may be sent requests. Nothing of its case is said, not even how long its
/// journal is, since that counts hidden entries too. Thread-safe, and never waits for longer than a
/// [Probe].
public final class Health {

  /// A part that a server needs.
  public enum Part {
    /// It is not being stopped.
    SERVER,
    /// The journal answers.
    JOURNAL,
    /// The case was read, and is one.
    CASE,
    /// The folder of a journal in a file can be written, and has room left.
    DISK,
    /// Of several servers, the one that leads is known.
    LEADER,
    /// Of several servers, this one is not to be upgraded: no later program has taken over.
    TABLES;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Part, Probe<Boolean>> probes = new EnumMap<>(Part.class);
  private volatile boolean stopping;

  /// @param nodes its part in the choice of the leader; null for a server alone
  public Health(CaseService service, @Nullable Nodes nodes) {
    this(() -> journalAnswers(service), nodes);
    probes.put(Part.CASE, new Probe<>(service::isLoaded));
    probes.put(Part.DISK, new Probe<>(() -> hasRoom(service)));
  }

  /// That of a server that lists cases.
  ///
  /// @param answers whether its accounts can be asked
  /// @param nodes its part in the choice of the leader; null for a server alone
  public Health(BooleanSupplier answers, @Nullable Nodes nodes) {
    probes.put(Part.JOURNAL, new Probe<>(answers::getAsBoolean));
    if (nodes != null) {
      probes.put(Part.LEADER, new Probe<>(nodes::knowsLeader));
      probes.put(Part.TABLES, new Probe<>(() -> !nodes.makesWay()));
    }
  }

  /// From now on it is not ready: it finishes what it has begun.
  public void stop() {
    stopping = true;
  }

  /// Whether it is being stopped.
  public boolean isStopping() {
    return stopping;
  }

  /// Whether each part is well.
  public Map<Part, Boolean> parts() {
    Map<Part, Boolean> parts = new EnumMap<>(Part.class);
    parts.put(Part.SERVER, !stopping);
    if (!stopping) {
      probes.values().forEach(Probe::begin);
      probes.forEach((part, probe) -> parts.put(part, probe.find().orElse(false)));
    }
    return parts;
  }

  /// The parts as JSON, in the form of the Internet-Draft draft-inadarei-api-health-check-06.
  public static String json(Map<Part, Boolean> parts) {
    return parts.entrySet().stream()
        .map(each -> "\"" + each.getKey().word() + "\":[{" + status(each.getValue()) + "}]")
        .collect(Collectors.joining(",", "{" + status(isWell(parts)) + ",\"checks\":{", "}}"));
  }

  /// Whether every part is well.
  public static boolean isWell(Map<Part, Boolean> parts) {
    return !parts.containsValue(false);
  }

  private static String status(boolean passes) {
    return "\"status\":\"" + (passes ? "pass" : "fail") + "\"";
  }

  /// A folder on this machine has no journal before its case was read; that it cannot keep one
  /// stops nobody.
  private static boolean journalAnswers(CaseService service) {
    Journal journal = service.history().journal();
    return journal == null || journal.last() >= 0;
  }

  private static boolean hasRoom(CaseService service) {
    Journal journal = service.history().journal();
    Path folder = journal == null ? null : journal.database().folder().orElse(null);
    try {
      return folder == null
          || (Files.isWritable(folder)
              && Files.getFileStore(folder).getUsableSpace() >= StatusBoard.LEAST_ROOM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
