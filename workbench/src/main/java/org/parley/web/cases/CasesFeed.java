package org.parley.web.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.waiting.WaitingAnswer;
import org.parley.answer.waiting.WaitingAnswer.WaitingEntry;
import org.parley.exchange.feed.AtomFeed;
import org.parley.exchange.feed.AtomFeed.AtomEntry;
import org.parley.model.date.Edtf;
import org.parley.model.round.Round;
import org.parley.model.task.Task;
import org.parley.round.TabledSheet;
import org.parley.round.Waiting;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.web.journal.ChangeFeed;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService.CaseAccess;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;

/// The cases that somebody may see, as one Atom feed: what waits for them, what is due within three
/// days, and what moved. Thread-safe.
///
/// Things wait here as in notices: they rest on no sealed word but those that rules reveal. So a
/// service that reads the feed for somebody does not learn from it that they answered.
public final class CasesFeed {

  /// The most changes, of all cases together.
  static final int MOST_CHANGES = 200;

  private static final int KEPT = 5_000;
  private static final Comparator<AtomEntry> LATEST_FIRST =
      Comparator.comparing(AtomEntry::updated).reversed().thenComparing(AtomEntry::id);

  private final HostedCases hosted;
  private final InstantSource clock;
  private final RecentCache<Object, Kept> kept = new RecentCache<>(KEPT);

  public CasesFeed(HostedCases hosted, InstantSource clock) {
    this.hosted = hosted;
    this.clock = clock;
  }

  /// The reader for whom entries are made, and how their addresses begin.
  private record FeedKey(String id, Visitor visitor, Language language, String origin) {}

  /// The entries of a case.
  ///
  /// @param entry the entry of the journal up to which they were made
  private record Made(long entry, Instant at, List<AtomEntry> waits, List<AtomEntry> changes) {

    static final Made NOTHING = new Made(-1, Instant.MIN, List.of(), List.of());
  }

  private static final class Kept {
    volatile Made made = Made.NOTHING;
  }

  /// The feed.
  ///
  /// @param origin scheme and host under which the reader sees this server
  /// @param self the path at which it is read
  public AtomFeed of(CaseAsker asker, String origin, String self) {
    List<AtomEntry> waits = new ArrayList<>();
    List<AtomEntry> changes = new ArrayList<>();
    for (SeenCase each : hosted.list(asker)) {
      if (!each.hosted().isArchived()) {
        Made made = made(each, origin);
        waits.addAll(made.waits);
        changes.addAll(made.changes);
      }
    }
    List<AtomEntry> all =
        Stream.concat(waits.stream(), changes.stream().sorted(LATEST_FIRST).limit(MOST_CHANGES))
            .sorted(LATEST_FIRST)
            .toList();
    String home = origin + ServerAddress.CASES.link();
    return new AtomFeed(
        home,
        Say.text("cases.feed.title"),
        Say.text("cases.feed.subtitle"),
        Language.current().tag(),
        origin + self,
        home,
        all.isEmpty() ? Instant.EPOCH : all.getFirst().updated(),
        all);
  }

  /// The entries of a case. Those of a closed one hold for a while: nobody changes it.
  private Made made(SeenCase seen, String origin) {
    String id = seen.hosted().id();
    Kept last = kept.get(new FeedKey(id, seen.visitor(), Language.current(), origin), Kept::new);
    boolean isStillGood = last.made.at.plus(ListedCases.STILL_GOOD).isAfter(clock.instant());
    try (HostedCases.CaseUse use =
        isStillGood ? hosted.useIfOpen(id).orElse(null) : hosted.use(id)) {
      if (use != null) {
        Link.Base base = new Link.Base(Link.atHome(ServerAddress.ofCase(id)), null, Link.home());
        last.made =
            ScopedValue.where(Link.BASE, base)
                .call(() -> made(use.opened().service(), seen, origin, last.made));
      }
      return last.made;
    } catch (CaseLoading e) {
      return last.made;
    } catch (JournalUnavailableException | JournalAwayException e) {
      return Made.NOTHING;
    }
  }

  private Made made(JournalCaseService service, SeenCase seen, String origin, Made before) {
    long entry = service.entry();
    if (!(service.read(seen.visitor()) instanceof CaseAccess.Opened(OpenCase open))) {
      return Made.NOTHING;
    }
    return new Made(
        entry,
        clock.instant(),
        waits(service, open, seen, origin),
        entry == before.entry ? before.changes : changes(service, open, seen, origin));
  }

  private static List<AtomEntry> changes(
      JournalCaseService service, OpenCase open, SeenCase seen, String origin) {
    String title = title(open);
    return ChangeFeed.of(open, service.history().journal(), seen.visitor(), origin, "")
        .entries()
        .stream()
        .map(
            each ->
                new AtomEntry(
                    id(seen.hosted().id(), each.id()),
                    Say.text("cases.feed.entry", "case", title, "what", each.title()),
                    each.author(),
                    each.updated(),
                    each.link(),
                    each.summary()))
        .toList();
  }

  private static List<AtomEntry> waits(
      JournalCaseService service, OpenCase open, SeenCase seen, String origin) {
    List<Waiting> things = service.told(seen.visitor());
    List<WaitingEntry> words =
        WaitingAnswer.of(open.in(Language.current()).view(), things).things();
    String title = title(open);
    List<AtomEntry> entries = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      WaitingEntry said = words.get(i);
      entries.add(
          new AtomEntry(
              id(seen.hosted().id(), said.thing()),
              Say.text("cases.feed.waits", "case", title, "what", said.words()),
              "Parley",
              since(things.get(i), open),
              origin + Link.to(Address.WAITING),
              Objects.requireNonNullElse(said.untilWords(), "")));
    }
    return entries;
  }

  /// Since when something waits, as far as the record says; else the last day on record.
  private static Instant since(Waiting thing, OpenCase open) {
    return switch (thing) {
      case Waiting.ToAnswer(var sheet) -> tabled(sheet);
      case Waiting.ToTable(Round round) -> round.opens().instant();
      case Waiting.ToDecide(var sheet) -> tabled(sheet);
      case Waiting.ToRecord(var sheet) -> tabled(sheet);
      case Waiting.ToSee(var sheet) -> tabled(sheet);
      case Waiting.ToReply(var comment, _) -> comment.made().instant();
      case Waiting.ToDo(var task, var state) -> since(task.due(), state, open);
      case Waiting.ToRead _, Waiting.ToShow _, Waiting.ToTriage _ -> startOf(open);
    };
  }

  private static Instant tabled(TabledSheet sheet) {
    return sheet.tabled().tabled().instant();
  }

  private static Instant since(@Nullable Edtf due, Task.State state, OpenCase open) {
    return due == null
        ? startOf(open)
        : due.latestDay()
            .plusDays(state == Task.State.OVERDUE ? 1 : -Task.DAYS_AHEAD)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
  }

  private static Instant startOf(OpenCase open) {
    return open.lastDay().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String title(OpenCase open) {
    return ForeignText.plain(open.view().info().title().in(Language.current().tag()).text());
  }

  /// Two cases of one template may have records of the same ids and moment.
  private static String id(String of, String name) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes((of + "\n" + name).getBytes(StandardCharsets.UTF_8));
  }
}
