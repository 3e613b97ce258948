package org.parley.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.board.Board;
import org.parley.board.QuotedShare;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Confidence;
import org.parley.model.claim.MeetingRole;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.Recess;
import org.parley.model.position.Proviso;
import org.parley.model.source.Reliability;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;
import org.parley.wording.BoardWording;
import org.parley.wording.CaseNames;
import org.parley.wording.Complaint;
import org.parley.wording.ForeignText;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;

/// Values in words, in the language of the page.
public final class Say {

  private static final int MOST_READERS = 6;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Say() {}

  /// The days of a recess: "1 July 2026 to 31 August 2026".
  public static String recess(Recess recess) {
    LocalDate until = recess.until();
    return text(
        "sequence.recess.days",
        "from",
        day(recess.from()),
        "to",
        day(recess.to()),
        "yearly",
        until != null,
        "until",
        until == null ? "" : day(until));
  }

  public static String day(LocalDate day) {
    return Messages.current().dates().day(day);
  }

  public static String shortDay(LocalDate day) {
    return Messages.current().dates().shortDay(day);
  }

  /// A date of a case in words.
  public static String date(Edtf date) {
    return Messages.current().dates().say(date);
  }

  /// A message of the language of the page.
  ///
  /// @param values names and values in turn
  public static String text(String key, Object... values) {
    return Messages.current().text(key, values);
  }

  /// A refusal in one sentence.
  public static String complaint(Refusal why) {
    return sentence(new Complaint(why).sentence());
  }

  /// A refusal of a value in one sentence.
  public static String complaint(Refusal why, String value) {
    return sentence(new Complaint(why, value).sentence());
  }

  /// A moment, to the minute.
  public static String moment(Instant moment) {
    OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
    return text(
        "date.moment",
        "day",
        utc.toLocalDate(),
        "time",
        String.format(Locale.ROOT, "%02d:%02d UTC", utc.getHour(), utc.getMinute()));
  }

  /// A moment as HTML marks it up.
  public static String iso(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// How a quoted share differs from the record.
  public static String comparison(CaseView view, QuotedShare quote) {
    return new BoardWording(Messages.current(), view).comparison(quote).text();
  }

  /// A contradiction in one sentence.
  public static String contradiction(CaseView view, Contradiction contradiction) {
    return new BoardWording(Messages.current(), view).contradiction(contradiction).text();
  }

  /// Whether a date is one plain day, which HTML can mark up.
  public static boolean isDay(Edtf date) {
    return DAY.matcher(date.toString()).matches();
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
    return ForeignText.sentence(words);
  }

  /// "one claim", "20 claims".
  public static String count(long count, String one, String many) {
    return count == 1 ? "1 " + one : String.format(Locale.UK, "%,d %s", count, many);
  }

  /// "A", "A and B", "A, B and C".
  public static String list(List<String> names) {
    return Messages.current().all(names).text();
  }

  /// The name of a party; its id if it is not in the view, as for an account of a removed party.
  public static String party(CaseView view, PartyId id) {
    return new CaseNames(Messages.current(), view).party(id).text();
  }

  public static String parties(CaseView view, Collection<PartyId> ids) {
    return new CaseNames(Messages.current(), view).parties(ids).text();
  }

  public static String subject(OpenCase open, Subject subject) {
    return new CaseNames(Messages.current(), open.view()).subjectInFull(subject).text();
  }

  public static String point(Point point) {
    return CaseNames.numbered(point);
  }

  /// The number of a point; empty where its title says the same.
  public static String number(Point point) {
    return CaseNames.number(point);
  }

  /// How much of a chapter is agreed among those who sign; empty for a point without others in it.
  public static String chapter(Board board, Point point) {
    return new BoardWording(Messages.current(), board.view())
        .chapter(board, point.id())
        .map(Phrase::text)
        .orElse("");
  }

  /// The assertion of a claim: "agreed", "90 % complete", "prefers a joint venture".
  public static String assertion(CaseView view, Assertion assertion) {
    return switch (assertion) {
      case Assertion.Conditional(String condition) ->
          text("assertion.conditional", "condition", condition);
      case Assertion.Prefers(var option) ->
          text("assertion.prefers", "option", view.get(option).title());
      case Assertion.Refuses(var option) ->
          text("assertion.refuses", "option", view.get(option).title());
      case Assertion.Complete(var share) -> text("assertion.complete", "share", share);
      case Assertion.Implemented(var share) -> text("assertion.implemented", "share", share);
      case Assertion.Measured(var share, var of) ->
          text("assertion.measured", "share", share, "of", of);
      case Assertion.Expects(var event, var by) ->
          text(
              "assertion.expects", "event", text("instrument-status", "status", event), "date", by);
      case Assertion.Agreed _,
          Assertion.AdReferendum _,
          Assertion.Open _,
          Assertion.Rejected _,
          Assertion.Received _,
          Assertion.NotReceived _,
          Assertion.Confirmed _,
          Assertion.Denied _,
          Assertion.States _ ->
          text("assertion.kind", "kind", new Messages.Select(kind(assertion)));
    };
  }

  /// The conditions on which a party accepts an option, in one sentence.
  public static String proviso(CaseView view, Proviso proviso) {
    List<String> needs = new ArrayList<>();
    proviso.options().forEach(each -> needs.add(quoted(view.get(each).title().text())));
    proviso.steps().forEach(each -> needs.add(quoted(view.get(each).title().text())));
    proviso.demands().forEach(each -> needs.add(quoted(view.get(each).text())));
    return text(
        "packages.proviso",
        "option",
        quoted(view.get(proviso.option()).title().text()),
        "needs",
        Messages.listed(needs));
  }

  private static String quoted(String words) {
    return text("quotation", "words", words);
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
      case Assertion.Refuses _ -> "refuses";
      case Assertion.Complete _ -> "complete";
      case Assertion.Implemented _ -> "implemented";
      case Assertion.Measured _ -> "measured";
      case Assertion.Expects _ -> "expects";
      case Assertion.Confirmed _ -> "confirmed";
      case Assertion.Denied _ -> "denied";
      case Assertion.States _ -> "states";
    };
  }

  private static final List<String> KINDS =
      List.of(
          "agreed",
          "ad-referendum",
          "conditional",
          "open",
          "rejected",
          "received",
          "not-received",
          "prefers",
          "refuses",
          "complete",
          "implemented",
          "measured",
          "expects",
          "confirmed",
          "denied",
          "states");

  /// Every kind of assertion with what it is called in a list.
  public static List<Choice> kinds() {
    return KINDS.stream()
        .map(kind -> new Choice(kind, text("assertion.kind", "kind", new Messages.Select(kind))))
        .toList();
  }

  /// One choice in a list.
  public record Choice(String value, String label) {}

  /// A stance in a word that fits a cell.
  public static String stance(Stance stance) {
    return text("stance.short", "stance", stance);
  }

  /// On whose words a cell rests: "own words", "on the word of Ukraine".
  public static String basis(CaseView view, Cell cell) {
    if (!cell.acts().isEmpty() && cell.claims().isEmpty() && cell.basis() == Basis.OWN_WORDS) {
      return text("basis.by-act");
    }
    List<PartyId> others = others(cell);
    return text(
        "basis",
        "basis",
        cell.basis(),
        "named",
        !others.isEmpty(),
        "parties",
        parties(view, others));
  }

  /// The same in few words: "own words", "says Ukraine".
  public static String basisInShort(CaseView view, Cell cell) {
    List<PartyId> others = others(cell);
    return cell.basis() == Basis.HEARSAY && !others.isEmpty()
        ? text("basis.says", "count", others.size(), "parties", parties(view, others))
        : basis(view, cell);
  }

  private static List<PartyId> others(Cell cell) {
    return cell.onTheWordOf().stream().filter(id -> !id.equals(cell.party())).toList();
  }

  public static String reliability(Reliability reliability) {
    return text("reliability", "grade", reliability);
  }

  /// The role of a party at a meeting.
  public static String role(MeetingRole role) {
    return text("meeting-role", "role", role);
  }

  /// The confidence of an analyst, by ICD 203.
  public static String confidence(Confidence confidence) {
    return text("confidence", "grade", confidence);
  }

  public static String kind(SourceKind kind) {
    return text("source-kind", "kind", kind);
  }

  public static String content(Point.Content content) {
    return text("content", "content", content);
  }

  /// Who sees a record: "everyone", "Ukraine and the mediator".
  public static String readers(CaseView view, Visibility visibility) {
    return text(
        "readers",
        "who",
        switch (visibility) {
          case Visibility.Public _ -> Readers.EVERYONE;
          case Visibility.Delegations _ -> Readers.DELEGATIONS;
          case Visibility.Parties _ -> Readers.PARTIES;
          case Visibility.Party _ -> Readers.PARTY;
          case Visibility.Mediator _ -> Readers.MEDIATOR;
        },
        "party",
        visibility instanceof Visibility.Party(var party) ? party(view, party) : "",
        "parties",
        visibility instanceof Visibility.Parties(var parties) ? andMediator(view, parties) : "");
  }

  private static String andMediator(CaseView view, List<PartyId> parties) {
    List<String> names = new ArrayList<>();
    parties.forEach(each -> names.add(party(view, each)));
    names.add(text("readers.mediator"));
    return list(names);
  }

  private enum Readers {
    EVERYONE,
    DELEGATIONS,
    PARTIES,
    PARTY,
    MEDIATOR
  }

  /// The same as a label: "seen by everyone".
  public static String seenBy(CaseView view, Visibility visibility) {
    return text("readers.seen-by", "readers", readers(view, visibility));
  }

  /// The label of a button that saves: what it does, and who will see what is saved. On one's own
  /// machine there is nobody else.
  ///
  /// @param what the action: "Save"
  /// @param readers who will see it; empty if that is not known
  public static String save(String what, String readers) {
    return readers.isEmpty() || Visit.current().isLocal()
        ? what
        : text("readers.save", "what", what, "readers", readers);
  }

  /// The new readers after a change, as the end of a sentence: "every other delegation, among them
  /// Russia and the United States". Only mediators know the accounts, so the signatories stand for
  /// them.
  public static String newReaders(CaseView view, Visibility before, Visibility after) {
    List<PartyId> own = before.named();
    List<PartyId> come = after.named().stream().filter(each -> !own.contains(each)).toList();
    if (after instanceof Visibility.Party(PartyId party)) {
      return text("readers.delegation", "party", party(view, party));
    }
    if (!come.isEmpty()) {
      return text("readers.some", "count", come.size(), "parties", parties(view, come));
    }
    List<PartyId> others =
        view.columns().stream().map(Party::id).filter(id -> !own.contains(id)).toList();
    boolean isCut = others.size() > MOST_READERS;
    String delegations =
        text(
            "readers.delegations",
            "other",
            !own.isEmpty(),
            "count",
            others.size(),
            "cut",
            isCut,
            "parties",
            parties(view, isCut ? others.subList(0, MOST_READERS - 1) : others));
    return after instanceof Visibility.Delegations
        ? delegations
        : before instanceof Visibility.Delegations
            ? text("readers.everyone-else")
            : text("readers.and-everyone-else", "delegations", delegations);
  }
}
