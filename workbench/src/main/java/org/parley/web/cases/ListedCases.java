package org.parley.web.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.AsOf;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.CaseRegister.CaseVisit;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService.CaseAccess;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.web.view.StillReadingPage;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Phrase;

/// How the cases stand that somebody may see. Thread-safe.
///
/// The line of a case is kept until something is recorded in it, here or by another server. That of
/// a closed case is kept for [#STILL_GOOD]: what waits may have changed with time.
public final class ListedCases {

  /// How many changes are counted.
  public static final int MOST_COUNTED = 99;

  /// How long the line of a closed case is shown.
  static final Duration STILL_GOOD = Duration.ofMinutes(15);

  private static final int KEPT = 5_000;

  private final HostedCases hosted;
  private final CaseRegister register;
  private final InstantSource clock;
  private final RecentCache<Object, Kept> kept = new RecentCache<>(KEPT);

  public ListedCases(HostedCases hosted, CaseRegister register, InstantSource clock) {
    this.hosted = hosted;
    this.register = register;
    this.clock = clock;
  }

  /// The reader for whom a line is made.
  private record LineKey(String id, Visitor visitor, Language language) {}

  /// The state of a case that its line is made of.
  ///
  /// @param news how often news of it came
  private record State(long entry, long news, @Nullable CaseVisit visit, boolean isArchived) {}

  private static final class Kept {
    volatile @Nullable State state;
    volatile @Nullable CaseLine line;
    volatile Instant at = Instant.MIN;
  }

  /// The line of each case, in the order of their ids; archived ones last.
  public List<CaseLine> list(CaseAsker asker) {
    Map<String, CaseVisit> visits = register.visits(asker.person());
    List<CaseLine> lines = new ArrayList<>();
    List<CaseLine> archived = new ArrayList<>();
    List<SeenCase> seen = hosted.list(asker);
    hosted.begin(seen.stream().filter(each -> isUnknown(each, visits)).map(SeenCase::id).toList());
    for (SeenCase each : seen) {
      CaseLine line = line(each, visits.get(each.hosted().id()));
      (line.isArchived() ? archived : lines).add(line);
    }
    lines.addAll(archived);
    return lines;
  }

  private CaseLine line(SeenCase seen, @Nullable CaseVisit visit) {
    Kept last = kept(seen);
    CaseLine old = isStillGood(last, seen, visit) ? last.line : null;
    try (HostedCases.CaseUse use =
        old != null ? hosted.useIfOpen(seen.id()).orElse(null) : hosted.use(seen.id())) {
      return use == null && old != null
          ? old
          : line(Objects.requireNonNull(use).opened().service(), seen, visit, last);
    } catch (CaseLoading e) {
      return old != null ? old : reading(seen, visit, e);
    } catch (JournalUnavailableException | JournalAwayException e) {
      return unreadable(seen, visit);
    }
  }

  private Kept kept(SeenCase seen) {
    return kept.get(new LineKey(seen.id(), seen.visitor(), Language.current()), Kept::new);
  }

  /// Whether its line needs the case open.
  private boolean isUnknown(SeenCase seen, Map<String, CaseVisit> visits) {
    return !isStillGood(kept(seen), seen, visits.get(seen.id()));
  }

  /// Whether the line may be shown if the case is closed.
  private boolean isStillGood(Kept last, SeenCase seen, @Nullable CaseVisit visit) {
    State state = last.state;
    return state != null
        && last.at.plus(STILL_GOOD).isAfter(clock.instant())
        && state.news == hosted.news(seen.hosted().id())
        && Objects.equals(state.visit, visit)
        && state.isArchived == seen.hosted().isArchived();
  }

  private CaseLine line(
      JournalCaseService service, SeenCase seen, @Nullable CaseVisit visit, Kept last) {
    long news = hosted.news(seen.hosted().id());
    if (!(service.read(seen.visitor()) instanceof CaseAccess.Opened(OpenCase open))) {
      return unreadable(seen, visit);
    }
    int waits = service.waiting(seen.visitor()).size();
    State now = new State(service.entry(), news, visit, seen.hosted().isArchived());
    CaseLine old = last.line;
    CaseLine line =
        old != null && now.equals(last.state) && old.waits() == waits
            ? old
            : made(service, open, seen, visit, waits);
    last.state = now;
    last.line = line;
    last.at = clock.instant();
    return line;
  }

  private static CaseLine made(
      JournalCaseService service,
      OpenCase open,
      SeenCase seen,
      @Nullable CaseVisit visit,
      int waits) {
    AsOf asOf = new AsOf(open.lastDay(), LocalDate.MAX);
    Phrase answer = open.onPageIn(Language.current()).summary(asOf).headline();
    int moved =
        visit == null
            ? 0
            : VisibleJournal.countAfter(
                Objects.requireNonNull(service.history().journal()),
                seen.visitor(),
                visit.entry(),
                MOST_COUNTED + 1);
    return new CaseLine(
        seen.hosted().id(),
        title(open),
        answer.text(),
        open.lastDay(),
        seen.visitor().role().word(),
        visit == null ? null : visit.at(),
        Math.min(moved, MOST_COUNTED),
        moved > MOST_COUNTED,
        waits,
        seen.hosted().isArchived());
  }

  static String title(OpenCase open) {
    Language page = Language.current();
    return ForeignText.mark(open.view().info().title().in(page.tag()), page).text();
  }

  private static CaseLine unreadable(SeenCase seen, @Nullable CaseVisit visit) {
    return without(seen, visit, "");
  }

  /// How far the reading is, without counts of what not everybody may see.
  private static CaseLine reading(SeenCase seen, @Nullable CaseVisit visit, CaseLoading loading) {
    int percent = new StillReadingPage(loading.state()).percent();
    return without(seen, visit, Say.text("cases.reading", "percent", percent));
  }

  private static CaseLine without(SeenCase seen, @Nullable CaseVisit visit, String answer) {
    return new CaseLine(
        seen.hosted().id(),
        seen.hosted().id(),
        answer,
        null,
        seen.visitor().role().word(),
        visit == null ? null : visit.at(),
        0,
        false,
        0,
        seen.hosted().isArchived());
  }
}
