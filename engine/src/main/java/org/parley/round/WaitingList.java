package org.parley.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentThread;
import org.parley.model.comment.MentionedNames;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.task.Task;

/// The things that wait for a reader, in order of their hour.
///
/// A function of the reader's view, the own sealed words, the facts that rules reveal, and the
/// moment.
public final class WaitingList {

  /// Whose things are listed.
  public sealed interface For {

    /// A delegation.
    record Delegation(PartyId party) implements For {}

    /// The mediators.
    record Mediators() implements For {}

    /// Everyone at the table, as far as all delegations see it.
    record Table() implements For {}
  }

  private static final Visibility ALL = new Visibility.Delegations();

  private final CaseView view;
  private final For whom;
  private final Optional<? extends SealedView> sealed;
  private final Instant now;
  private final List<Waiting> things = new ArrayList<>();

  private WaitingList(CaseView view, For whom, Optional<? extends SealedView> sealed, Instant now) {
    this.view = view;
    this.whom = whom;
    this.sealed = sealed;
    this.now = now;
  }

  /// The things that wait.
  ///
  /// @param view what the reader sees
  /// @param sealed the sealed words as the reader may know them; empty where none are kept
  /// @param inbox the ids of what waits in the inbox
  public static List<Waiting> of(
      CaseView view,
      For whom,
      Optional<? extends SealedView> sealed,
      List<String> inbox,
      Instant now) {
    WaitingList list = new WaitingList(view, whom, sealed, now);
    list.addRounds();
    list.addAccords();
    if (whom instanceof For.Mediators && !inbox.isEmpty()) {
      list.things.add(new Waiting.ToTriage(inbox));
    }
    return list.things.stream().sorted(Comparator.comparing(WaitingList::hour)).toList();
  }

  /// The tasks that an account is to do within three days, or is late with, the earliest first.
  ///
  /// @param name the account name
  /// @param whom its delegation or the mediators; empty for neither
  public static List<Waiting> tasks(CaseView view, String name, Optional<For> whom, LocalDate day) {
    PartyId party = whom.orElse(null) instanceof For.Delegation(PartyId own) ? own : null;
    boolean isMediator = whom.orElse(null) instanceof For.Mediators;
    List<Waiting> due = new ArrayList<>();
    for (Task each : view.tasks()) {
      Task.State state = each.state(day);
      if (state != Task.State.DONE
          && state != Task.State.OPEN
          && each.isOf(name, party, isMediator)) {
        due.add(new Waiting.ToDo(each, state));
      }
    }
    return due;
  }

  /// The comments that mention somebody by an account name, the earliest thread first. They follow
  /// from what that reader sees, so that a mention in a hidden comment is none.
  public static List<Waiting> mentions(CaseView view, String name) {
    List<Waiting> mentions = new ArrayList<>();
    for (CommentThread each : CommentThread.of(view.comments())) {
      Comment mention = MentionedNames.unanswered(name, each);
      if (mention != null) {
        mentions.add(new Waiting.ToReply(mention, each));
      }
    }
    return mentions;
  }

  /// The digests of the things of which a reader is told outside the pages.
  public static List<String> noticed(
      CaseView view,
      For whom,
      Optional<? extends SealedView> sealed,
      List<String> inbox,
      Instant now) {
    return told(view, whom, sealed, inbox, now).stream()
        .flatMap(each -> each.keys().stream())
        .toList();
  }

  /// The things of which a reader is told outside the pages. They depend on no sealed word but by
  /// what the rules reveal, so that neither a notice nor its absence tells one. Own drafts are left
  /// out: their author knows of them.
  public static List<Waiting> told(
      CaseView view,
      For whom,
      Optional<? extends SealedView> sealed,
      List<String> inbox,
      Instant now) {
    return of(view, whom, sealed.map(RevealedOnly::new), inbox, now).stream()
        .filter(each -> !(each instanceof Waiting.ToShow))
        .toList();
  }

  /// Sealed words as those know them who gave none.
  private record RevealedOnly(SealedView words) implements SealedView {
    @Override
    public Revelation revelation(TabledSheet sheet) {
      return words.revelation(sheet);
    }

    @Override
    public @Nullable PartyId party() {
      return null;
    }

    @Override
    public Optional<SealedAnswer> own(TabledSheet sheet) {
      return Optional.empty();
    }

    @Override
    public int ownAsks(TabledSheet sheet) {
      return 0;
    }
  }

  private static Instant hour(Waiting thing) {
    ZonedMoment until = thing.until();
    return until == null ? Instant.MAX : until.instant();
  }

  /// The next moment at which the list may change without any change of the case or of sealed
  /// words; [Instant#MAX] for none.
  public static Instant nextChange(CaseView view, Instant now) {
    return Stream.concat(
            view.rounds().stream().flatMap(each -> Stream.of(each.opens(), end(each))),
            view.tabledPackages().stream().map(each -> each.tabled()))
        .map(ZonedMoment::instant)
        .filter(each -> each.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static ZonedMoment end(Round round) {
    ZonedMoment closes = round.closes();
    return closes == null ? round.opens() : closes;
  }

  private void addRounds() {
    Set<String> recorded = new HashSet<>();
    if (sealed.isPresent() && whom instanceof For.Mediators) {
      AccordRecords.list(view).forEach(each -> recorded.add(each.accord().digest()));
    }
    for (Round round : view.rounds()) {
      if (isAsked(round)) {
        addRound(round, recorded);
      }
    }
  }

  private boolean isAsked(Round round) {
    return switch (whom) {
      case For.Delegation(PartyId party) -> round.parties().contains(party);
      case For.Mediators _ -> true;
      case For.Table _ -> round.visibility().covers(ALL);
    };
  }

  private void addRound(Round round, Set<String> recorded) {
    boolean isTabled = false;
    for (TabledPackage each : view.tabledPackages()) {
      if (!each.round().equals(round.id())) {
        continue;
      }
      TabledSheet sheet = TabledSheet.of(view, each);
      if (sheet.isTabled() && isBefore(sheet)) {
        isTabled |= !each.tabled().instant().isAfter(now);
        addTabled(sheet, recorded);
      } else if (isOwn(each) && !isOver(round) && !isAmended(each)) {
        things.add(new Waiting.ToShow(round, each));
      }
    }
    if (!isTabled && sealed.isPresent() && isOpen(round)) {
      things.add(new Waiting.ToTable(round));
    }
  }

  /// Whether a package on the table lies before the reader. One to some parties is not before all.
  private boolean isBefore(TabledSheet sheet) {
    return switch (whom) {
      case For.Delegation(PartyId party) -> sheet.parties().contains(party);
      case For.Mediators _ -> true;
      case For.Table _ -> sheet.tabled().visibility().covers(ALL);
    };
  }

  private boolean isOwn(TabledPackage tabled) {
    return switch (whom) {
      case For.Delegation(PartyId party) -> party.equals(tabled.author());
      case For.Mediators _ -> tabled.author() == null;
      case For.Table _ -> false;
    };
  }

  private boolean isAmended(TabledPackage tabled) {
    return view.tabledPackages().stream().anyMatch(each -> tabled.id().equals(each.amends()));
  }

  private boolean isOpen(Round round) {
    return !now.isBefore(round.opens().instant()) && !isOver(round);
  }

  private boolean isOver(Round round) {
    ZonedMoment closes = round.closes();
    return closes != null && !now.isBefore(closes.instant());
  }

  private void addTabled(TabledSheet sheet, Set<String> recorded) {
    SealedView words = sealed.orElse(null);
    if (words == null) {
      return;
    }
    Revelation revealed = words.revelation(sheet);
    Waiting thing =
        switch (whom) {
          case For.Delegation _, For.Table _ -> forDelegation(sheet, revealed, words);
          case For.Mediators _ -> forMediators(sheet, revealed, recorded);
        };
    if (thing != null) {
      things.add(thing);
    }
  }

  private static @Nullable Waiting forDelegation(
      TabledSheet sheet, Revelation revealed, SealedView words) {
    return switch (revealed.state()) {
      case AnswerState.Taken _ ->
          words.own(sheet).filter(each -> each.basis().equals(sheet.basis())).isPresent()
              ? null
              : new Waiting.ToAnswer(sheet);
      case AnswerState.Revealed _ -> words.ownAsks(sheet) > 0 ? null : new Waiting.ToDecide(sheet);
      case AnswerState.NotOpen _, AnswerState.Superseded _ -> null;
    };
  }

  private static @Nullable Waiting forMediators(
      TabledSheet sheet, Revelation revealed, Set<String> recorded) {
    if (!(revealed.state() instanceof AnswerState.Revealed)) {
      return null;
    }
    Accord accord = Accord.of(sheet, revealed).orElse(null);
    if (accord == null) {
      return new Waiting.ToSee(sheet);
    }
    return recorded.contains(accord.digest()) ? null : new Waiting.ToRecord(sheet);
  }

  private void addAccords() {
    if (whom instanceof For.Mediators) {
      return;
    }
    for (AccordRecords each : AccordRecords.list(view)) {
      if (isOf(each)) {
        things.add(new Waiting.ToRead(each.accord()));
      }
    }
  }

  private boolean isOf(AccordRecords accord) {
    return switch (whom) {
      case For.Delegation(PartyId party) ->
          accord.accord().accepted().stream().anyMatch(who -> who.party().equals(party));
      case For.Table _ -> accord.instrument().visibility().covers(ALL);
      case For.Mediators _ -> false;
    };
  }
}
