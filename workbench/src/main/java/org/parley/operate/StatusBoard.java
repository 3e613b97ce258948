package org.parley.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The parts of a server, and a look at each, which never waits for longer than a [Probe].
/// Thread-safe.
public final class StatusBoard {

  /// The room that a journal needs for itself and a copy while it is migrated, at the least.
  public static final long LEAST_ROOM = 64L << 20;

  private static final long LITTLE_ROOM = 2L << 30;
  private static final String DEVELOPED = "0.1.0-SNAPSHOT";

  /// A certificate is renewed a month before its end, as a rule.
  private static final int SOON_DAYS = 21;

  private final InstantSource clock;
  private final Instant since;
  private final Map<ServerPart, Probe<PartStatus>> parts = new ConcurrentHashMap<>();

  private StatusBoard(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// That of a server that begins now.
  public static StatusBoard begun(InstantSource clock) {
    return new StatusBoard(clock);
  }

  /// The version of this program.
  public static String version() {
    String version = StatusBoard.class.getPackage().getImplementationVersion();
    return version == null ? DEVELOPED : version;
  }

  /// Adds a part, or another look at it.
  ///
  /// @param look may throw, or hang
  public void watch(ServerPart part, Supplier<PartStatus> look) {
    parts.put(part, new Probe<>(look));
  }

  /// Looks at every part.
  public ServerStatus look() {
    parts.values().forEach(Probe::begin);
    Map<ServerPart, PartStatus> found = new EnumMap<>(ServerPart.class);
    parts.forEach(
        (part, probe) -> found.put(part, probe.find().orElseGet(PartFinding.SILENT::found)));
    return new ServerStatus(version(), since, found);
  }

  /// Whole days since a moment.
  public long daysSince(Instant moment) {
    return Math.max(0, Duration.between(moment, clock.instant()).toDays());
  }

  /// How a certificate is.
  ///
  /// @param ends the end of its validity
  public PartStatus certificate(Instant ends) {
    Duration left = Duration.between(clock.instant(), ends);
    return left.isNegative()
        ? PartFinding.EXPIRED.found()
        : PartStatus.in(
            left.toDays() < SOON_DAYS ? PartFinding.EXPIRES_SOON : PartFinding.VALID,
            left.toDays());
  }

  /// The room in a folder, in three steps.
  public static PartStatus room(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return (!Files.isWritable(folder) || free < LEAST_ROOM
              ? PartFinding.NO_ROOM
              : free < LITTLE_ROOM ? PartFinding.LITTLE_ROOM : PartFinding.ROOM)
          .found();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
