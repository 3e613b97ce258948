package org.parley.web.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.feed.AtomFeed;
import org.parley.exchange.feed.AtomFeed.AtomEntry;
import org.parley.model.CaseRecord;
import org.parley.model.cases.AsOf;
import org.parley.store.Change;
import org.parley.store.Contents;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.web.edit.RecordTitles;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// A feed of the changes in the journal that its reader may see. Without a journal, it has the acts
/// and claims.
///
/// An id is made of moment, kind and record, and not of the number of an entry, since numbers count
/// hidden entries. So it is the same for every reader.
public final class ChangeFeed {

  private static final int MOST = 100;

  private final OpenCase open;
  private final String origin;

  private ChangeFeed(OpenCase open, String origin) {
    this.open = open;
    this.origin = origin;
  }

  /// The feed of a case.
  ///
  /// @param journal of the case; null if it has none
  /// @param origin scheme and host under which the reader sees this server
  /// @param self the path at which the feed is read
  public static AtomFeed of(
      OpenCase open, @Nullable Journal journal, Visitor visitor, String origin, String self) {
    ChangeFeed feed = new ChangeFeed(open, origin);
    List<AtomEntry> entries = journal == null ? feed.onRecord() : feed.changes(journal, visitor);
    Instant last = open.lastDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    String title = ForeignText.plain(open.view().info().title().in(language()).text());
    return new AtomFeed(
        id("feed", origin + Link.toPresent(Address.BOARD)),
        title,
        Say.text(journal == null ? "feed.of-record" : "feed.of-changes"),
        language(),
        origin + self,
        origin + Link.toPresent(Address.BOARD),
        entries.isEmpty() ? last : entries.getFirst().updated(),
        entries);
  }

  private static String language() {
    return Language.current().tag();
  }

  private List<AtomEntry> changes(Journal journal, Visitor visitor) {
    Map<String, Integer> times = new HashMap<>();
    return VisibleJournal.list(journal, visitor, null, 0, MOST).reversed().stream()
        .map(each -> entry(each, times))
        .toList()
        .reversed();
  }

  /// @param times how often a moment, kind and record came before
  private AtomEntry entry(Entry entry, Map<String, Integer> times) {
    Change change = entry.change();
    String name = entry.at() + " " + change.kind() + " " + change.id();
    int time = times.merge(name, 1, Integer::sum);
    boolean isHeader = change.kind().equals(Contents.HEADER);
    CaseRecord record = isHeader ? null : open.view().find(change.id()).orElse(null);
    String what =
        isHeader
            ? Say.text("feed.header")
            : record == null ? change.id() : RecordTitles.onPage(open, record);
    return new AtomEntry(
        id(name, "" + time),
        Say.text("feed.change", "verb", new Messages.Select(change.verb()), "what", what),
        entry.who(),
        entry.at(),
        record == null ? null : address(record),
        entry.why());
  }

  /// Acts and claims, by the day on which they were done or said.
  private List<AtomEntry> onRecord() {
    Stream<Dated> claims =
        open.view().claims().stream().map(each -> new Dated(each, AsOf.saidBy(each)));
    Stream<Dated> acts =
        open.view().acts().stream().map(each -> new Dated(each, each.date().latestDay()));
    return Stream.concat(claims, acts)
        .sorted(
            Comparator.comparing(Dated::day)
                .thenComparing(each -> each.record.id().value())
                .reversed())
        .limit(MOST)
        .map(
            each ->
                new AtomEntry(
                    id("record", each.record.id().value()),
                    RecordTitles.onPage(open, each.record),
                    "Parley",
                    each.day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    address(each.record),
                    ""))
        .toList();
  }

  private record Dated(CaseRecord record, LocalDate day) {}

  private String address(CaseRecord record) {
    return origin + RecordTitles.place(record);
  }

  private static String id(String name, String more) {
    byte[] bytes = (name + "\n" + more).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }
}
