package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.vote.VoteRule;

/// The approval of a party, body or electorate that does not sign.
///
/// Without a vote, its position decides: it refuses a package that crosses a red line of it.
///
/// @param by the party, court, body or electorate
/// @param vote the rule of its vote; absent if it agrees or refuses as one
/// @param blocs the groups of a body, each with its seats
/// @param expected the expected votes; the first whose options are in the package counts
public record Approval(
    PartyId by, @Nullable VoteRule vote, List<Bloc> blocs, List<ExpectedVote> expected) {

  public Approval {
    blocs = List.copyOf(blocs);
    expected = List.copyOf(expected);
  }

  /// A group of a body: a faction, a party in parliament.
  ///
  /// @param party the group
  /// @param seats its votes
  /// @param favour the share of its votes in favour, in per cent; default: all or none, by its
  ///   position
  /// @param assumed the assumption behind the share
  /// @param source where seats and share are reported
  public record Bloc(
      PartyId party,
      Integer seats,
      @Nullable PercentRange favour,
      @Nullable String assumed,
      List<SourceId> source) {
    public Bloc {
      source = List.copyOf(source);
    }
  }

  /// How a body or electorate is expected to vote, as a range.
  ///
  /// @param when the options it holds for; empty for every package. Options of one point are
  ///   alternatives
  /// @param favour the share in favour in per cent: of the votes for and against, or of the base of
  ///   its rule
  /// @param turnout the share of those eligible that votes, in per cent
  /// @param known when it became known; default: always
  /// @param assumed the assumption behind it
  /// @param source where it is reported
  public record ExpectedVote(
      List<OptionId> when,
      PercentRange favour,
      @Nullable PercentRange turnout,
      @Nullable Edtf known,
      @Nullable String assumed,
      List<SourceId> source) {
    public ExpectedVote {
      when = List.copyOf(when);
      source = List.copyOf(source);
    }
  }
}
