package org.parley.exchange.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;

/// The entries of one case in an iCalendar file (RFC 5545), revised from one file to the next.
///
/// The UID of an entry names its record and the case, so that entries of two cases never collide.
/// The case is identified by its journal if it has one, which survives a new title; else by its
/// title. A previous file keeps its UIDs, whichever of these they use.
///
/// The SEQUENCE grows with every change. Given the previous file, an unchanged entry keeps its
/// number and stamp, and a changed one gets a higher number. A removed one is written once more as
/// cancelled. Without that file the number derives from the day, so that a later file takes
/// precedence. The same entries give the same bytes.
public final class CalendarFile {

  private static final int MOST_OCTETS = 75;

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final int DIGITS = 16;
  private static final Set<String> OF_REVISION =
      Set.of(Property.DTSTAMP, Property.SEQUENCE, Property.STATUS);

  private final String program;

  /// The suffixes of the UIDs of the case, the best first.
  private final List<String> marks;

  private final Instant stamp;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> past = new ArrayList<>();

  /// An entry and the prefix of its UID.
  private record Entry(String name, CalendarComponent component) {}

  /// A file without entries.
  ///
  /// @param program the producing program
  /// @param title the title of the case
  /// @param journals its journals, each by the hash of its first entry, the best known first
  /// @param stamp the moment of creation
  public CalendarFile(String program, String title, List<String> journals, Instant stamp) {
    // a property is one line
    this.program = program.replaceAll("\\p{Cntrl}+", " ");
    this.marks =
        Stream.concat(journals.stream(), Stream.of(title))
            .map(each -> "." + digest(each) + "@parley")
            .toList();
    this.stamp = stamp;
  }

  /// The suffix of the UIDs of the case: that of the previous file, if it has one.
  private String mark(List<CalendarComponent> before) {
    return marks.stream()
        .filter(mark -> before.stream().anyMatch(each -> value(each, Property.UID).endsWith(mark)))
        .findFirst()
        .orElse(marks.getFirst());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The calendar of a file.
  ///
  /// @throws BadFileException if it is not a calendar
  public static Calendar read(InputFile file) throws BadFileException {
    try {
      return new CalendarBuilder().build(new StringReader(file.text()));
    } catch (BadFileException e) {
      throw e;
    } catch (ParserException e) {
      throw notOne(file, e.getLineNo());
    } catch (IOException | RuntimeException _) {
      throw notOne(file, 0);
    }
  }

  private static BadFileException notOne(InputFile file, int line) {
    return SaidFault.at(
        file.name(), Math.max(0, line), "this is no iCalendar file", "name another file");
  }

  /// Adds an entry.
  ///
  /// @param name a name unique in the case, stable from one file to the next
  public void add(String name, CalendarComponent entry) {
    entries.add(new Entry(local(name), entry));
  }

  /// Names an entry whose time is over. It is not added, but an earlier file keeps it as it was:
  /// cancelling it would say that it never took place.
  ///
  /// @param name its name in the case
  public void keep(String name) {
    past.add(local(name));
  }

  private static String local(String name) {
    boolean plain = name.matches("[A-Za-z0-9._/-]{1,128}");
    return plain ? name : name.replaceAll("[^A-Za-z0-9._/-]", "_") + "-" + digest(name);
  }

  /// The text of the file, with the line ends of RFC 5545. Empty if there is no entry, since a
  /// calendar needs at least one.
  ///
  /// @param before the previous file; null if there is none. Entries of other cases in it are
  ///   ignored
  public Optional<String> text(@Nullable Calendar before) {
    List<CalendarComponent> all = before == null ? List.of() : before.getComponents();
    String mark = mark(all);
    Map<String, CalendarComponent> earlier = new LinkedHashMap<>();
    for (CalendarComponent each : all) {
      String uid = value(each, Property.UID);
      if (uid.endsWith(mark)) {
        earlier.put(uid, each);
      }
    }
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(program));
    calendar.add(ImmutableVersion.VERSION_2_0);
    int today =
        Math.toIntExact(
            Math.max(
                0, ChronoUnit.DAYS.between(FIRST_DAY, stamp.atZone(ZoneOffset.UTC).toLocalDate())));
    for (Entry each : entries) {
      CalendarComponent entry = each.component;
      entry.add(new Uid(each.name + mark));
      CalendarComponent old = earlier.remove(each.name + mark);
      if (old != null && !isCancelled(old) && content(old).equals(content(entry))) {
        calendar.add(old);
      } else {
        entry.add(new DtStamp(stamp));
        entry.add(new Sequence(old == null ? today : Math.max(today, sequence(old) + 1)));
        calendar.add(entry);
      }
    }
    for (String each : past) {
      CalendarComponent old = earlier.remove(each + mark);
      if (old != null) {
        calendar.add(old);
      }
    }
    for (CalendarComponent old : earlier.values()) {
      if (!isCancelled(old)) {
        int next = Math.max(today, sequence(old) + 1);
        old.replace(new DtStamp(stamp));
        old.replace(new Sequence(next));
        old.replace(
            old.getName().equals("VTODO")
                ? ImmutableStatus.VTODO_CANCELLED
                : ImmutableStatus.VEVENT_CANCELLED);
      }
      calendar.add(old);
    }
    return calendar.getComponents().isEmpty() ? Optional.empty() : Optional.of(written(calendar));
  }

  private static String written(Calendar calendar) {
    var text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString());
  }

  /// The lines folded at 75 octets, as RFC 5545 (3.1) says; ical4j counts characters.
  private static String folded(String text) {
    var folded = new StringBuilder(text.length());
    int octets = 0;
    String unfolded = text.replace("\r\n ", "");
    for (int i = 0; i < unfolded.length(); ) {
      int point = unfolded.codePointAt(i);
      int width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      boolean isEnd = point == '\r' || point == '\n';
      if (!isEnd && octets + width > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(point);
      octets = isEnd ? 0 : octets + width;
      i += Character.charCount(point);
    }
    return folded.toString();
  }

  private static String value(CalendarComponent entry, String name) {
    return entry.getProperty(name).map(Property::getValue).orElse("");
  }

  private static boolean isCancelled(CalendarComponent entry) {
    return value(entry, Property.STATUS).equals(Status.VALUE_CANCELLED);
  }

  private static int sequence(CalendarComponent entry) {
    try {
      return Math.clamp(Long.parseLong(value(entry, Property.SEQUENCE)), 0, Integer.MAX_VALUE - 1);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// The content of an entry without its revision.
  private static Set<String> content(CalendarComponent entry) {
    return entry.getProperties().stream()
        .filter(each -> !OF_REVISION.contains(each.getName()))
        .map(each -> each.getName() + ":" + each.getValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
