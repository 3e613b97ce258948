package org.parley.sense;

import org.parley.model.Refusal;
import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;

/// The reason for a doubt about a record.
public sealed interface DoubtReason extends Refusal {

  /// Reasons with no parameters beyond the doubtful value.
  enum Plain implements DoubtReason {
    /// The figures and the rule of a vote give another result than its source.
    AGAINST_ITS_RULE,
    /// A vote was carried with fewer votes in favour than against, and no rule in figures tells
    /// why.
    CARRIED_BY_MINORITY,
    /// A vote was lost with more votes in favour than against, and no rule tells why.
    LOST_BY_MAJORITY,
    /// An act approves, and its vote was not carried.
    APPROVED_THOUGH_LOST,
    /// An act refuses, and its vote was carried with more in favour than against.
    REFUSED_THOUGH_CARRIED,
    /// A place lies far from everything else on record, and near it with its numbers swapped.
    COORDINATES_SWAPPED
  }

  /// An approval precedes the first signature of its version.
  ///
  /// @param signature the first signature
  record ApprovedBeforeSigned(ActId signature) implements DoubtReason {}

  /// An entry into force precedes the first approval of its version.
  ///
  /// @param approval the first approval
  record InForceBeforeApproved(ActId approval) implements DoubtReason {}

  /// The party signed an instrument without being a signatory, or a member of one.
  ///
  /// @param instrument the instrument
  record SignedByOther(InstrumentId instrument) implements DoubtReason {}

  /// Words or an act are later than the publication they are taken from.
  ///
  /// @param source the earlier source
  record NewerThanSource(SourceId source) implements DoubtReason {}

  /// A red line rests on a claim that prefers this option.
  ///
  /// @param claim the claim
  record RedLinePreferred(ClaimId claim) implements DoubtReason {}

  /// A preferred or accepted option rests on a claim that refuses it.
  ///
  /// @param claim the claim
  record AcceptedRefused(ClaimId claim) implements DoubtReason {}

  /// The chances that one forecaster gives the ways that talks go add up to more than one.
  ///
  /// @param percent their sum in per cent, rounded up
  record WaysAboveOne(int percent) implements DoubtReason {}

  /// An act concerns an instrument that had ended, or from which its party had withdrawn.
  ///
  /// @param end the act that ended it
  record AfterItsEnd(ActId end) implements DoubtReason {}
}
