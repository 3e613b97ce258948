package org.parley.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// Something that came in to be looked at: a passage read in a source, a tip, a proposal. It waits
/// until somebody decides what becomes of it; the decision stays on record, with its reason. An
/// item changes nobody's stance: only claims do.
///
/// @param id its id
/// @param text what it says, quoted or restated
/// @param source where it was read
/// @param about what it seems to bear on
/// @param arrived when it came in
/// @param decision what became of it; absent while it waits
/// @param decided when that was decided
/// @param decidedBy by whom
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

  /// What became of an item.
  public sealed interface Decision {

    /// Claims were drawn from it.
    record Recorded(List<ClaimId> claims) implements Decision {
      public Recorded {
        claims = List.copyOf(claims);
      }
    }

    /// It is worth knowing and nothing follows from it for the board.
    record InformationOnly(String because) implements Decision {}

    /// It is not used.
    record Rejected(Ground ground, String because) implements Decision {}
  }

  /// Why an item is not used.
  public enum Ground {
    /// It repeats what is on record.
    DUPLICATE,
    /// Who said it, or where, cannot be established.
    NOT_SOURCED,
    /// The source is not reliable enough to draw claims from.
    NOT_RELIABLE,
    /// It bears on something else.
    OFF_TOPIC,
    /// The text does not say what was read in it.
    MISREAD,
    /// Another reason, given in words.
    OTHER
  }

  public Item {
    source = List.copyOf(source);
    about = List.copyOf(about);
  }

  /// Whether nothing was decided about it yet.
  public boolean isWaiting() {
    return decision == null;
  }
}
