package org.parley.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.Subject;

/// An incoming item for triage: a passage of a source, a tip, a proposal.
///
/// It waits for a decision, which stays on record with its reason. An item changes nobody's stance:
/// only claims do.
///
/// @param id its id
/// @param text its content, quoted or paraphrased
/// @param source its source
/// @param about the subjects it may concern
/// @param arrived the date of arrival
/// @param decision the decision; null while it waits
/// @param decided the date of the decision
/// @param decidedBy the author of the decision
public record Item(
    ItemId id,
    String text,
    List<SourceId> source,
    List<Subject> about,
    Edtf arrived,
    @Nullable Decision decision,
    @Nullable Edtf decided,
    @Nullable String decidedBy,
    Visibility visibility)
    implements CaseRecord {

  /// The decision on an item.
  public sealed interface Decision {

    /// Claims were drawn from it.
    record Recorded(List<ClaimId> claims) implements Decision {
      public Recorded {
        claims = List.copyOf(claims);
      }
    }

    /// It is kept for information, without effect on the board.
    record InformationOnly(String because) implements Decision {}

    /// It is not used.
    record Rejected(Ground ground, String because) implements Decision {}
  }

  /// The reason for a rejection.
  public enum Ground {
    /// It duplicates a record.
    DUPLICATE,
    /// The speaker or publication cannot be established.
    NOT_SOURCED,
    /// The source is not reliable enough to draw claims from.
    NOT_RELIABLE,
    /// It concerns another matter.
    OFF_TOPIC,
    /// The text does not support the reading.
    MISREAD,
    /// Another reason, given in words.
    OTHER
  }

  public Item {
    source = List.copyOf(source);
    about = List.copyOf(about);
  }

  /// Whether no decision was made yet.
  public boolean isWaiting() {
    return decision == null;
  }
}
