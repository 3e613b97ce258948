package org.parley.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.parley.board.cell.Cell;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.CaseView;
import org.parley.model.Visibility;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Reliability;
import org.parley.model.claim.SourceKind;
import org.parley.model.claim.Subject;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// Values in words, in plain English.
public final class Say {

  private static final int MOST_READERS = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private Say() {}

  public static String day(LocalDate day) {
    return day.format(DAY);
  }

  public static String shortDay(LocalDate day) {
    return day.format(SHORT);
  }

  /// A moment, to the minute.
  public static String moment(Instant moment) {
    OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
    return day(utc.toLocalDate())
        + ", "
        + String.format(Locale.ROOT, "%02d:%02d UTC", utc.getHour(), utc.getMinute());
  }

  /// A moment as HTML marks it up.
  public static String iso(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Whether a date is one plain day, which HTML can mark up.
  public static boolean isDay(Edtf date) {
    return date.toString().matches("\\d{4}-\\d{2}-\\d{2}");
  }

  /// `AD_REFERENDUM` as "ad referendum".
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// `AD_REFERENDUM` as "ad-referendum", for addresses and style classes.
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The first letter in capitals.
  public static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// "one claim", "20 claims".
  public static String count(long count, String one, String many) {
    return count == 1 ? "1 " + one : String.format(Locale.UK, "%,d %s", count, many);
  }

  /// "A", "A and B", "A, B and C".
  public static String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// What a party is called; its id where it is not in the view, as for an account of a party that
  /// has left the case.
  public static String party(CaseView view, PartyId id) {
    return view.find(id).map(Party::label).orElse(id.value());
  }

  public static String parties(CaseView view, Collection<PartyId> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(party(view, id)));
    return list(names);
  }

  public static String subject(OpenCase open, Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> "the whole";
      case InstrumentId id -> open.view().get(id).title();
      case PointId id -> point(open.view().get(id));
      case ComponentId id -> point(open.view().pointOf(id)) + ": " + open.titleOf(id);
    };
  }

  public static String point(Point point) {
    return point.number() + " " + point.title();
  }

  /// What a claim asserts: "agreed", "90 % complete", "prefers a joint venture".
  public static String assertion(CaseView view, Assertion assertion) {
    return switch (assertion) {
      case Assertion.Agreed _ -> "agreed";
      case Assertion.AdReferendum _ -> "agreed ad referendum";
      case Assertion.Conditional(String condition) -> "accepted on condition: " + condition;
      case Assertion.Open _ -> "open";
      case Assertion.Rejected _ -> "rejected";
      case Assertion.Received _ -> "text received";
      case Assertion.NotReceived _ -> "text not received";
      case Assertion.Prefers(var option) -> "prefers: " + view.get(option).title();
      case Assertion.Complete(var share) -> share + " complete";
      case Assertion.Expects(var event, var by) ->
          "expects it " + word(event) + " by " + by.inWords();
      case Assertion.States _ -> "information";
    };
  }

  /// The kind of assertion, for addresses and style classes.
  public static String kind(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Agreed _ -> "agreed";
      case Assertion.AdReferendum _ -> "ad-referendum";
      case Assertion.Conditional _ -> "conditional";
      case Assertion.Open _ -> "open";
      case Assertion.Rejected _ -> "rejected";
      case Assertion.Received _ -> "received";
      case Assertion.NotReceived _ -> "not-received";
      case Assertion.Prefers _ -> "prefers";
      case Assertion.Complete _ -> "complete";
      case Assertion.Expects _ -> "expects";
      case Assertion.States _ -> "states";
    };
  }

  /// Every kind of assertion with what it is called in a list.
  public static final List<Choice> KINDS =
      List.of(
          new Choice("agreed", "agreed"),
          new Choice("ad-referendum", "agreed ad referendum"),
          new Choice("conditional", "accepted on a condition"),
          new Choice("open", "open"),
          new Choice("rejected", "rejected"),
          new Choice("received", "text received"),
          new Choice("not-received", "text not received"),
          new Choice("prefers", "prefers an option"),
          new Choice("complete", "a share complete"),
          new Choice("expects", "expects an event"),
          new Choice("states", "information"));

  /// One choice in a list.
  public record Choice(String value, String label) {}

  /// A stance in a word that fits a cell.
  public static String stance(Stance stance) {
    return switch (stance) {
      case AGREED -> "agreed";
      case AD_REFERENDUM -> "ad referendum";
      case CONDITIONAL -> "conditional";
      case OPEN -> "open";
      case REJECTED -> "rejected";
      case SILENT -> "no word";
    };
  }

  /// On whose words a cell rests: "own words", "on the word of Ukraine".
  public static String basis(CaseView view, Cell cell) {
    List<PartyId> others = others(cell);
    return switch (cell.basis()) {
      case OWN_WORDS -> "own words";
      case THROUGH_COALITION -> "through " + parties(view, others);
      case HEARSAY ->
          others.isEmpty() ? "speaker not named" : "on the word of " + parties(view, others);
      case NONE -> "";
    };
  }

  /// The same in few words: "own words", "says Ukraine".
  public static String basisInShort(CaseView view, Cell cell) {
    List<PartyId> others = others(cell);
    return cell.basis() == Basis.HEARSAY && !others.isEmpty()
        ? (others.size() == 1 ? "says " : "say ") + parties(view, others)
        : basis(view, cell);
  }

  private static List<PartyId> others(Cell cell) {
    return cell.onTheWordOf().stream().filter(id -> !id.equals(cell.party())).toList();
  }

  public static String reliability(Reliability reliability) {
    return switch (reliability) {
      case A -> "completely reliable";
      case B -> "usually reliable";
      case C -> "fairly reliable";
      case D -> "not usually reliable";
      case E -> "unreliable";
      case F -> "reliability cannot be judged";
    };
  }

  public static String kind(SourceKind kind) {
    return switch (kind) {
      case OFFICIAL_TEXT -> "official text";
      case DIRECT_QUOTE -> "direct quote";
      case REPORT -> "report";
      case UNATTRIBUTED -> "speaker not named";
    };
  }

  public static String content(Point.Content content) {
    return switch (content) {
      case REPORTED -> "reported";
      case NUMBER_INFERRED -> "number inferred";
      case UNVERIFIED -> "content unverified";
    };
  }

  /// Who sees a record: "everyone", "Ukraine and the mediator".
  public static String readers(CaseView view, Visibility visibility) {
    return switch (visibility) {
      case Visibility.Public _ -> "everyone";
      case Visibility.Delegations _ -> "all delegations and the mediator";
      case Visibility.Party(var party) -> party(view, party) + " and the mediator";
      case Visibility.Mediator _ -> "the mediator alone";
    };
  }

  /// The same as a label: "seen by everyone".
  public static String seenBy(CaseView view, Visibility visibility) {
    return "seen by " + readers(view, visibility);
  }

  /// Who sees a record after a change and did not before, as the end of a sentence: "every other
  /// delegation, among them Russia and the United States". Accounts are known to mediators alone,
  /// so the parties at the table stand for them.
  public static String newReaders(CaseView view, Visibility before, Visibility after) {
    PartyId own = before instanceof Visibility.Party(PartyId party) ? party : null;
    if (after instanceof Visibility.Party(PartyId party)) {
      return "the delegation of " + party(view, party);
    }
    List<PartyId> others =
        view.columns().stream().map(Party::id).filter(id -> !id.equals(own)).toList();
    String delegations =
        (own == null ? "every delegation" : "every other delegation")
            + (others.isEmpty()
                ? ""
                : ", among them "
                    + (others.size() <= MOST_READERS
                        ? parties(view, others)
                        : parties(view, others.subList(0, MOST_READERS - 1)) + " and others"));
    if (after instanceof Visibility.Delegations) {
      return delegations;
    }
    return (before instanceof Visibility.Delegations ? "" : delegations + "; ")
        + "monitors, observers and everyone else who may look at this case";
  }
}
