package org.parley.bench.guarantees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.PriorityQueue;
import java.util.Random;

/// A log in a binary file, 20 bytes per entry, streamed: only a buffer and the pending entries are
/// in memory.
///
/// Attacks come ten minutes apart, each in a random zone; nine in ten are verified within six
/// hours. Of the notices of four guarantors, one in twenty is late and one in fifty never comes.
/// The rest are incidents without any matching guarantee.
final class EventFile {

  static final int GUARANTORS = 4;
  static final long DAY = 86_400;
  static final byte ATTACK = 0;
  static final byte FINDING = 1;
  static final byte NOTICE = 2;
  static final byte NOISE = 3;

  /// Attacks among a million events.
  static final int ATTACKS_A_MILLION = 72_000;

  private static final int BYTES = 20;
  private static final int SPACING = 600;

  /// Takes entries one by one.
  interface Sink {
    /// Receives one entry.
    ///
    /// @param recorded the moment of recording
    /// @param occurred the moment of the event
    /// @param incident the number of the attack or other incident
    /// @param zone the zone of an attack, or the number of the guarantor of a notice
    /// @param detail the severity of an attack, or the kind of another incident
    void entry(byte fact, long recorded, long occurred, int incident, int zone, int detail);
  }

  private record Pending(
      long recorded, long order, byte fact, long occurred, int incident, int zone, int detail)
      implements Comparable<Pending> {
    @Override
    public int compareTo(Pending other) {
      int byTime = Long.compare(recorded, other.recorded);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final Path path;
  private final int zones;

  EventFile(Path path, int zones) {
    this.path = path;
    this.zones = zones;
  }

  static int attacks(long events) {
    return Math.toIntExact(events * ATTACKS_A_MILLION / 1_000_000);
  }

  /// Writes events in the order of recording.
  ///
  /// @param latePercent the percentage recorded up to 30 days after the event
  void write(long events, int latePercent, long seed) throws IOException {
    Random random = new Random(seed);
    PriorityQueue<Pending> pending = new PriorityQueue<>();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES * 50_000);
    int attacks = attacks(events);
    long told = 0;
    long order = 0;
    int noise = 0;
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (int attack = 0; attack < attacks; attack++) {
        long begin = (long) attack * SPACING;
        long at = begin + random.nextInt(SPACING);
        int zone = random.nextInt(zones);
        pending.add(
            late(random, latePercent, order++, ATTACK, at, attack, zone, random.nextInt(100)));
        told++;
        if (random.nextInt(10) > 0) {
          long found = at + random.nextInt(21_600);
          pending.add(late(random, latePercent, order++, FINDING, found, attack, 0, 0));
          told++;
        }
        for (int each = 0; each < GUARANTORS; each++) {
          int chance = random.nextInt(100);
          if (chance >= 2) {
            long after =
                chance < 7 ? DAY + 1 + random.nextInt((int) DAY) : random.nextInt((int) DAY + 1);
            pending.add(late(random, latePercent, order++, NOTICE, at + after, attack, each, 0));
            told++;
          }
        }
        long due = (long) ((attack + 1) * (double) events / attacks);
        for (; told < due; told++) {
          long when = begin + random.nextInt(SPACING);
          pending.add(
              late(random, latePercent, order++, NOISE, when, noise++, 0, random.nextInt(3)));
        }
        // nothing to come is recorded before the next attack may begin
        while (!pending.isEmpty() && pending.peek().recorded() < begin + SPACING) {
          put(buffer, out, pending.remove());
        }
      }
      while (!pending.isEmpty()) {
        put(buffer, out, pending.remove());
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    }
  }

  private static Pending late(
      Random random,
      int latePercent,
      long order,
      byte fact,
      long occurred,
      int incident,
      int zone,
      int detail) {
    long delay = random.nextInt(100) < latePercent ? random.nextInt(30 * (int) DAY) : 0;
    return new Pending(occurred + delay, order, fact, occurred, incident, zone, detail);
  }

  private static void put(ByteBuffer buffer, FileChannel out, Pending each) throws IOException {
    if (buffer.remaining() < BYTES) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      buffer.clear();
    }
    buffer.putLong(each.recorded());
    buffer.putInt((int) (each.recorded() - each.occurred()));
    buffer.putInt(each.incident());
    buffer.putShort((short) each.zone());
    buffer.put(each.fact());
    buffer.put((byte) each.detail());
  }

  /// Reads the file from its beginning to its end; how many entries it holds.
  long read(Sink sink) {
    long entries = 0;
    ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES * 50_000);
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
      while (in.read(buffer) >= 0 || buffer.position() > 0) {
        buffer.flip();
        while (buffer.remaining() >= BYTES) {
          long recorded = buffer.getLong();
          int delay = buffer.getInt();
          int incident = buffer.getInt();
          int zone = buffer.getShort();
          byte fact = buffer.get();
          int detail = buffer.get();
          sink.entry(fact, recorded, recorded - delay, incident, zone, detail);
          entries++;
        }
        buffer.compact();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
