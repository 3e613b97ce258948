package org.parley.outlook.ways;

import java.util.List;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The open texts, with the barriers to their signature.
///
/// @param texts the texts that are neither signed nor over
/// @param barriers what keeps them back, in the order of the record
/// @param approvals the approvals that follow signature
public record Talks(List<OpenText> texts, List<Barrier> barriers, List<LaterApproval> approvals) {

  /// A text that is neither signed nor over.
  ///
  /// @param signatories those who sign it
  /// @param agreed how many of its points are agreed among them
  /// @param points how many points it has
  public record OpenText(InstrumentId text, List<PartyId> signatories, int agreed, int points) {
    public OpenText {
      signatories = List.copyOf(signatories);
    }
  }

  /// The kinds of barriers.
  public enum BarrierKind {
    /// A signatory has not agreed to a point.
    OPEN_POINT,
    /// Demands that no package can meet together.
    CLASH,
    /// Demands on the order of steps that cannot all hold.
    KNOT
  }

  /// Something that keeps texts from being signed until one of its moves is made.
  ///
  /// @param texts the open texts that it keeps back
  /// @param moves any one of them lifts it
  public record Barrier(BarrierKind kind, List<InstrumentId> texts, List<BarrierMove> moves) {
    public Barrier {
      texts = List.copyOf(texts);
      moves = List.copyOf(moves);
    }

    /// Whether it is a point on which a signatory has no word on record.
    public boolean isOfSilence() {
      return kind == BarrierKind.OPEN_POINT
          && moves.stream().allMatch(each -> each.stance() == Stance.SILENT);
    }
  }

  /// A move on an issue.
  ///
  /// @param by the parties that would have to move; none if all who use a term would
  /// @param stance where the party stands on a point now; silent for demands
  public record BarrierMove(List<PartyId> by, TalksIssue issue, Stance stance) {
    public BarrierMove {
      by = List.copyOf(by);
    }
  }

  /// The chance of a stage of approval, over all packages that could be signed.
  public enum Prospects {
    /// It passes whichever is signed.
    PASSES,
    /// It refuses all of them.
    REFUSES,
    /// It depends on what is signed, or on a vote.
    OPEN,
    /// Nothing is on record.
    UNKNOWN
  }

  /// A stage of approval after signature.
  ///
  /// @param text the text
  /// @param stage its title
  /// @param prospects what is known of its chance
  /// @param decidedBy the points whose options change its chance
  public record LaterApproval(
      InstrumentId text, String stage, Prospects prospects, List<PointId> decidedBy) {
    public LaterApproval {
      decidedBy = List.copyOf(decidedBy);
    }
  }

  public Talks {
    texts = List.copyOf(texts);
    barriers = List.copyOf(barriers);
    approvals = List.copyOf(approvals);
  }
}
