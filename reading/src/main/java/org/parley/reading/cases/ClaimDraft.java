package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.text.Subject;

/// A claim as far as a text and its case tell it. The stance is always there: what is read is not
/// lost with what is not.
///
/// @param speaker the speaker; empty if the text names nobody
/// @param party the party spoken for; null if no party of the case is told
/// @param about the subjects of the case; empty if none is told
/// @param said the day; null if neither text nor publication tells one
/// @param words the words it rests on
/// @param isQuote whether they are the speaker's own
/// @param contradicts claims on record that it denies
public record ClaimDraft(
    String speaker,
    @Nullable String office,
    @Nullable PartyId party,
    List<PartyId> jointly,
    @Nullable Edtf said,
    String words,
    boolean isQuote,
    List<Subject> about,
    List<PartyId> between,
    Assertion asserts,
    List<ClaimId> contradicts) {

  /// A part that a claim cannot be written without.
  public enum MissingPart {
    SPEAKER,
    PARTY,
    SUBJECT,
    DAY
  }

  public ClaimDraft {
    jointly = List.copyOf(jointly);
    about = List.copyOf(about);
    between = List.copyOf(between);
    contradicts = List.copyOf(contradicts);
  }

  /// The parts that neither text nor case tells; empty if it is complete.
  public List<MissingPart> lacks() {
    List<MissingPart> lacks = new ArrayList<>();
    if (speaker.isEmpty()) {
      lacks.add(MissingPart.SPEAKER);
    }
    if (party == null) {
      lacks.add(MissingPart.PARTY);
    }
    if (about.isEmpty()) {
      lacks.add(MissingPart.SUBJECT);
    }
    if (said == null) {
      lacks.add(MissingPart.DAY);
    }
    return lacks;
  }

  /// The same with party and subjects of a claim on record, where the text does not tell them.
  public ClaimDraft orElse(Claim record) {
    return new ClaimDraft(
        speaker,
        office,
        party != null ? party : record.party(),
        party != null ? jointly : record.jointly(),
        said,
        words,
        isQuote,
        about.isEmpty() ? record.about() : about,
        between,
        asserts,
        contradicts);
  }

  /// A claim that lacks nothing.
  static ClaimDraft of(Claim claim) {
    return new ClaimDraft(
        claim.speaker(),
        claim.office(),
        claim.party(),
        claim.jointly(),
        claim.said(),
        claim.words(),
        claim.quote() != null,
        claim.about(),
        claim.between(),
        claim.asserts(),
        claim.contradicts());
  }
}
