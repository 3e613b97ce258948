package org.parley.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Clock;
import org.parley.clause.Consequence;
import org.parley.clause.Consequence.EditKind;
import org.parley.clause.DefinedTerm;
import org.parley.clause.Figure;
import org.parley.clause.LanguageDifference;
import org.parley.clause.Reference;
import org.parley.clause.ScopeWord;
import org.parley.document.DocumentElement;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Subject;

/// The consequences of an edit of a text, in one language.
public final class ConsequenceWording {

  private static final int MOST_IN_HEADLINE = 3;

  private final Messages messages;
  private final CaseNames names;

  public ConsequenceWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.names = new CaseNames(messages, view);
  }

  /// In the current language.
  public static ConsequenceWording current(CaseView view) {
    return new ConsequenceWording(Messages.current(), view);
  }

  /// Parties that agreed to an earlier version.
  ///
  /// @param version the version that they agreed to; null if none is on record of that day
  public record AgreedBefore(
      Subject subject, @Nullable String version, LocalDate day, List<PartyId> parties) {
    public AgreedBefore {
      parties = List.copyOf(parties);
    }
  }

  /// The number of changes, what they do, and who agreed to an earlier version.
  public String headline(int changes, List<Consequence> consequences, List<AgreedBefore> agreed) {
    List<String> does = new ArrayList<>();
    Map<EditKind, Integer> counts = new EnumMap<>(EditKind.class);
    consequences.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    counts.forEach(
        (kind, count) -> {
          if (does.size() < MOST_IN_HEADLINE) {
            does.add(messages.text("edit.headline.kind", "kind", kind, "count", count));
          }
        });
    String first = messages.text("edit.headline", "changes", changes, "kinds", counts.size());
    String second = does.isEmpty() ? "" : " " + messages.text("edit.headline.does", "does", does);
    String third =
        agreed.isEmpty() || changes == 0 ? "" : " " + agreement(agreed.getFirst()).text();
    return first + second + third;
  }

  /// That parties agreed to an earlier version.
  public Phrase agreement(AgreedBefore agreed) {
    String version = agreed.version();
    return messages.say(
        "edit.agreed",
        "parties",
        names.parties(agreed.parties()),
        "subject",
        names.subject(agreed.subject()),
        "known",
        version != null,
        "version",
        Objects.requireNonNullElse(version, ""));
  }

  /// A consequence in a sentence.
  public String says(Consequence consequence) {
    return switch (consequence) {
      case Consequence.ClauseAppears each ->
          messages.text("edit.appears", "force", each.clause().force());
      case Consequence.ClauseDisappears each ->
          messages.text("edit.disappears", "force", each.clause().force());
      case Consequence.ForceChanged each ->
          messages.text(
              "edit.force",
              "turn",
              each.turn(),
              "old",
              force(each.before().force()),
              "now",
              force(each.after().force()));
      case Consequence.ClockChanged each ->
          messages.text(
              "edit.clock",
              "turn",
              each.turn(),
              "old",
              words(each.old()),
              "now",
              words(each.now()));
      case Consequence.ConditionChanged each ->
          messages.text(
              "edit.condition",
              "turn",
              turn(each.old(), each.now()),
              "old",
              Objects.requireNonNullElse(each.old(), ""),
              "now",
              Objects.requireNonNullElse(each.now(), ""));
      case Consequence.WhoChanged each ->
          messages.text(
              "edit.who",
              "turn",
              turn(each.before().who(), each.after().who()),
              "old",
              each.before().who(),
              "now",
              each.after().who());
      case Consequence.ActChanged each ->
          messages.text(
              "edit.act",
              "turn",
              turn(each.old(), each.now()),
              "old",
              Objects.requireNonNullElse(each.old(), ""),
              "now",
              Objects.requireNonNullElse(each.now(), ""));
      case Consequence.RoleChanged each ->
          messages.text(
              "edit.role",
              "role",
              each.role(),
              "turn",
              turn(each.old(), each.now()),
              "old",
              Objects.requireNonNullElse(each.old(), ""),
              "now",
              Objects.requireNonNullElse(each.now(), ""));
      case Consequence.ScopeChanged each ->
          messages.text(
              "edit.scope",
              "turn",
              turn(words(each.old()), words(each.now())),
              "old",
              words(each.old()),
              "now",
              words(each.now()));
      case Consequence.FigureChanged each ->
          messages.text(
              "edit.figure",
              "turn",
              turn(words(each.old()), words(each.now())),
              "old",
              words(each.old()),
              "now",
              words(each.now()));
      case Consequence.ReferenceBroken each -> dangling(each.reference());
      case Consequence.ReferenceMended each ->
          messages.text("edit.mended", "reference", each.reference().words());
      case Consequence.ReferenceShifted each ->
          messages.text(
              "edit.shifted",
              "reference",
              each.after().words(),
              "old",
              label(each.before().target()),
              "now",
              label(each.after().target()));
      case Consequence.TermUndefined each ->
          messages.text("edit.undefined", "term", each.use().term(), "lost", each.wasDefined());
      case Consequence.TermRedefined each ->
          messages.text("edit.redefined", "term", each.after().term(), "count", each.uses());
      case Consequence.TermSettled each ->
          messages.text("edit.settled", "term", each.use().term(), "defined", each.isDefined());
      case Consequence.LanguagesDiffer each -> differ(each.difference());
      case Consequence.LanguagesAgree each ->
          messages.text(
              "edit.agree",
              "first",
              each.difference().language(),
              "second",
              each.difference().other());
    };
  }

  /// A reference without a target.
  public String dangling(Reference reference) {
    return messages.text("edit.broken", "reference", reference.words());
  }

  /// A term without a definition.
  public String undefined(DefinedTerm use) {
    return messages.text("edit.undefined", "term", use.term(), "lost", false);
  }

  /// A difference between two languages.
  public String differ(LanguageDifference difference) {
    List<String> own = difference.figures();
    List<String> others = difference.otherFigures();
    if (own == null || others == null) {
      return messages.text(
          "edit.missing", "language", own == null ? difference.language() : difference.other());
    }
    return messages.text(
        "edit.differ",
        "first",
        difference.language(),
        "own",
        own.isEmpty() ? "–" : String.join(", ", own),
        "second",
        difference.other(),
        "others",
        others.isEmpty() ? "–" : String.join(", ", others));
  }

  private String force(Enum<?> force) {
    return messages.text("edit.force-of", "force", force);
  }

  private static Messages.Select turn(@Nullable String old, @Nullable String now) {
    boolean hasOld = old != null && !old.isEmpty();
    boolean hasNow = now != null && !now.isEmpty();
    return new Messages.Select(hasOld && hasNow ? "changed" : hasNow ? "added" : "removed");
  }

  private static String words(@Nullable Clock clock) {
    return clock == null ? "" : clock.words();
  }

  private static String words(@Nullable ScopeWord scope) {
    return scope == null ? "" : scope.words();
  }

  private static String words(@Nullable Figure figure) {
    return figure == null ? "" : figure.words();
  }

  private static String label(@Nullable DocumentElement element) {
    return element == null ? "" : element.label();
  }
}
