package org.parley.answer.waiting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.model.Id;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Item;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.Waiting;
import org.parley.wording.WaitingWording;

/// The things that wait for a reader.
///
/// @param headline how many there are
/// @param things the things, by their hour
public record WaitingAnswer(String headline, List<WaitingEntry> things) {

  public WaitingAnswer {
    things = List.copyOf(things);
  }

  /// The task.
  public enum WaitingKind {
    /// Answer a package.
    ANSWER,
    /// Table a package: none is on the table of an open round.
    TABLE,
    /// Decide whether to ask for an improvement.
    DECIDE,
    /// Read an accord.
    READ,
    /// Record an accord.
    RECORD,
    /// See that not all accept.
    SEE,
    /// Show a draft to all delegations.
    SHOW,
    /// Decide on items of the inbox.
    TRIAGE,
    /// Answer a comment that mentions the reader.
    REPLY,
    /// Do a task.
    DO
  }

  /// A thing that waits.
  ///
  /// @param thing its digest
  /// @param words what waits, in a sentence
  /// @param until the hour after which it waits no more
  /// @param untilWords the same in words
  /// @param accord the digest of an accord
  /// @param items how many items wait in the inbox
  /// @param record the comment that mentions the reader, or the task
  /// @param dismissible whether the reader may dismiss it
  public record WaitingEntry(
      String thing,
      WaitingKind kind,
      String words,
      @Nullable String until,
      @Nullable String untilWords,
      @Nullable RoundId round,
      @Nullable TabledPackageId tabled,
      @Nullable String accord,
      @Nullable Integer items,
      @Nullable Id record,
      boolean dismissible) {}

  /// The answer.
  ///
  /// @param said the view in the language of the answer
  public static WaitingAnswer of(CaseView said, List<Waiting> things) {
    WaitingWording words = WaitingWording.current(said);
    return new WaitingAnswer(
        words.headline(things.size()), things.stream().map(each -> entry(words, each)).toList());
  }

  private static WaitingEntry entry(WaitingWording words, Waiting thing) {
    ZonedMoment until = thing.until();
    return new WaitingEntry(
        thing.key(),
        kind(thing),
        words.sentence(thing),
        until == null ? null : until.said(),
        until == null ? null : words.until(until),
        round(thing),
        tabled(thing),
        thing instanceof Waiting.ToRead(var accord) ? accord.digest() : null,
        thing instanceof Waiting.ToTriage(var items) ? items.size() : null,
        record(thing),
        thing.isDismissible());
  }

  private static WaitingKind kind(Waiting thing) {
    return switch (thing) {
      case Waiting.ToAnswer _ -> WaitingKind.ANSWER;
      case Waiting.ToTable _ -> WaitingKind.TABLE;
      case Waiting.ToDecide _ -> WaitingKind.DECIDE;
      case Waiting.ToRead _ -> WaitingKind.READ;
      case Waiting.ToRecord _ -> WaitingKind.RECORD;
      case Waiting.ToSee _ -> WaitingKind.SEE;
      case Waiting.ToShow _ -> WaitingKind.SHOW;
      case Waiting.ToTriage _ -> WaitingKind.TRIAGE;
      case Waiting.ToReply _ -> WaitingKind.REPLY;
      case Waiting.ToDo _ -> WaitingKind.DO;
    };
  }

  private static @Nullable Id record(Waiting thing) {
    return switch (thing) {
      case Waiting.ToReply(var comment, _) -> comment.id();
      case Waiting.ToDo(var task, _) -> task.id();
      default -> null;
    };
  }

  private static @Nullable RoundId round(Waiting thing) {
    return switch (thing) {
      case Waiting.ToAnswer(var sheet) -> sheet.round().id();
      case Waiting.ToTable(var round) -> round.id();
      case Waiting.ToDecide(var sheet) -> sheet.round().id();
      case Waiting.ToRecord(var sheet) -> sheet.round().id();
      case Waiting.ToSee(var sheet) -> sheet.round().id();
      case Waiting.ToShow(var round, _) -> round.id();
      case Waiting.ToRead _, Waiting.ToTriage _, Waiting.ToReply _, Waiting.ToDo _ -> null;
    };
  }

  private static @Nullable TabledPackageId tabled(Waiting thing) {
    return switch (thing) {
      case Waiting.ToAnswer(var sheet) -> sheet.tabled().id();
      case Waiting.ToDecide(var sheet) -> sheet.tabled().id();
      case Waiting.ToRecord(var sheet) -> sheet.tabled().id();
      case Waiting.ToSee(var sheet) -> sheet.tabled().id();
      case Waiting.ToShow(_, var draft) -> draft.id();
      case Waiting.ToTable _,
          Waiting.ToRead _,
          Waiting.ToTriage _,
          Waiting.ToReply _,
          Waiting.ToDo _ ->
          null;
    };
  }

  /// The ids of what waits in the inbox: items without a decision, and crossings of tripwires that
  /// none decides on.
  public static List<String> inbox(CaseView view) {
    return Stream.concat(
            view.items().stream().filter(Item::isWaiting).map(each -> each.id().value()),
            IndicatorsAnswer.crossings(view, AsOf.LATEST).stream()
                .filter(each -> !each.decided())
                .map(each -> each.item().value()))
        .toList();
  }
}
