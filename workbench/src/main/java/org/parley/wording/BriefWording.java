package org.parley.wording;

import java.util.Collection;
import org.parley.board.Movement;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// The wording of briefings beyond the engines' findings, in one language.
public final class BriefWording {

  private final Messages messages;
  private final CaseNames names;
  private final BoardWording board;

  public BriefWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.names = new CaseNames(messages, view);
    this.board = new BoardWording(messages, view);
  }

  /// Whose eyes it is for: "the delegation of Ukraine".
  public String reader(Viewer reader) {
    return readers("brief.reader", reader);
  }

  /// The handling marking: "Mediator’s eyes only".
  public String marking(Viewer reader) {
    return readers("brief.marking", reader);
  }

  private String readers(String key, Viewer reader) {
    return switch (reader) {
      case Viewer.Mediator _ -> readers(key, "mediator", Phrase.none());
      case Viewer.Delegation(PartyId party) -> readers(key, "party", names.party(party));
      case Viewer.Public _ -> readers(key, "public", Phrase.none());
    };
  }

  private String readers(String key, String who, Phrase party) {
    return messages.text(key, "who", new Messages.Select(who), "party", party);
  }

  /// A quoted share and the whole that it is of: "90 % of the whole".
  public String share(Claim claim) {
    return messages.text(
        "brief.share",
        "share",
        claim.asserts().findShare().orElseThrow(),
        "subjects",
        board.whole(claim));
  }

  /// The same with who said so: "90 % of the whole (Donald Trump, 28 December 2025)".
  public String shareBy(Claim claim) {
    return messages.text(
        "brief.share-by", "share", share(claim), "speaker", claim.speaker(), "said", claim.said());
  }

  /// A statement that a speaker quotes a share.
  public String quoted(Claim claim) {
    return messages.text("brief.moved.quoted", "speaker", claim.speaker(), "share", share(claim));
  }

  /// How many points are agreed in a set of parties, and were before.
  public String counted(Movement.CompletenessChange change) {
    return messages.text(
        "brief.moved.count",
        "parties",
        names.parties(change.after().parties()),
        "before",
        change.before().agreed(),
        "after",
        change.after().agreed(),
        "total",
        change.after().total());
  }

  /// The change of a cell.
  ///
  /// @param more the number of further subjects with the same change
  /// @param details changes besides the stance; may be empty
  public String moved(Movement.Change change, int more, String details) {
    String before = stance(change.before().stance());
    String after = stance(change.after().stance());
    return messages.text(
        "brief.moved.cell",
        "party",
        names.party(change.party()),
        "subject",
        names.subjectInFull(change.subject()),
        "more",
        more,
        "changed",
        !before.equals(after),
        "before",
        before,
        "after",
        after,
        "detailed",
        !details.isEmpty(),
        "details",
        details);
  }

  private String stance(Enum<?> stance) {
    return messages.text("stance.short", "stance", stance);
  }

  /// A statement that a speaker expects an event.
  public String expected(Claim claim, Assertion.Expects expected) {
    return messages.text(
        "brief.due.expected",
        "speaker",
        claim.speaker(),
        "subjects",
        subjects(claim.about()),
        "event",
        messages.say("instrument-status", "status", expected.event()));
  }

  private Phrase subjects(Collection<Subject> subjects) {
    return messages.all(subjects.stream().map(names::subjectInFull).toList());
  }
}
