package org.parley.model.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.Subject;

/// A sourced assertion by a speaker at a time. A claim is never merged, edited into agreement or
/// deleted: later claims supersede, retract or contradict it, and it stays readable.
///
/// @param id its id
/// @param speaker the speaker, by name or as the source describes them
/// @param office the speaker's office
/// @param party the party the speaker speaks for
/// @param jointly the other parties of a joint statement, whose own word it is as well
/// @param said the date of the statement
/// @param known when it became known; default: `said`
/// @param channel public or closed
/// @param source the sources, at least one
/// @param confidence the analyst's confidence that it was made and is recorded rightly; default:
///   not graded
/// @param quote a short quotation
/// @param paraphrase a paraphrase
/// @param about the subjects, at least one
/// @param between the parties it is said to hold among; empty if the speaker spoke for their own
///   party alone
/// @param asserts the assertion
/// @param supersedes earlier claims it replaces
/// @param retracts earlier claims the speaker withdraws
/// @param contradicts earlier claims it denies
public record Claim(
    ClaimId id,
    String speaker,
    @Nullable String office,
    PartyId party,
    List<PartyId> jointly,
    Edtf said,
    @Nullable Edtf known,
    Channel channel,
    List<SourceId> source,
    @Nullable Confidence confidence,
    @Nullable LocalizedText quote,
    @Nullable String paraphrase,
    List<Subject> about,
    List<PartyId> between,
    Assertion asserts,
    List<ClaimId> supersedes,
    List<ClaimId> retracts,
    List<ClaimId> contradicts,
    Visibility visibility)
    implements CaseRecord {

  /// Whether a claim was made in public or behind closed doors.
  public enum Channel {
    PUBLIC,
    CONFIDENTIAL
  }

  public Claim {
    jointly = List.copyOf(jointly);
    source = List.copyOf(source);
    about = List.copyOf(about);
    between = List.copyOf(between);
    supersedes = List.copyOf(supersedes);
    retracts = List.copyOf(retracts);
    contradicts = List.copyOf(contradicts);
  }

  /// A claim by the speaker of one party, with ungraded confidence.
  public Claim(
      ClaimId id,
      String speaker,
      @Nullable String office,
      PartyId party,
      Edtf said,
      @Nullable Edtf known,
      Channel channel,
      List<SourceId> source,
      @Nullable LocalizedText quote,
      @Nullable String paraphrase,
      List<Subject> about,
      List<PartyId> between,
      Assertion asserts,
      List<ClaimId> supersedes,
      List<ClaimId> retracts,
      List<ClaimId> contradicts,
      Visibility visibility) {
    this(
        id,
        speaker,
        office,
        party,
        List.of(),
        said,
        known,
        channel,
        source,
        null,
        quote,
        paraphrase,
        about,
        between,
        asserts,
        supersedes,
        retracts,
        contradicts,
        visibility);
  }

  @Override
  public Claim withNames(UnaryOperator<LocalizedText> names) {
    if (quote == null) {
      return this;
    }
    return new Claim(
        id,
        speaker,
        office,
        party,
        jointly,
        said,
        known,
        channel,
        source,
        confidence,
        names.apply(quote),
        paraphrase,
        about,
        between,
        asserts,
        supersedes,
        retracts,
        contradicts,
        visibility);
  }

  /// The same claim with other sources.
  public Claim withSources(List<SourceId> sources) {
    return new Claim(
        id,
        speaker,
        office,
        party,
        jointly,
        said,
        known,
        channel,
        sources,
        confidence,
        quote,
        paraphrase,
        about,
        between,
        asserts,
        supersedes,
        retracts,
        contradicts,
        visibility);
  }

  /// Every party whose own word it is: the speaker's, then the others of a joint statement.
  public List<PartyId> parties() {
    if (jointly.isEmpty()) {
      return List.of(party);
    }
    List<PartyId> all = new ArrayList<>(jointly.size() + 1);
    all.add(party);
    all.addAll(jointly);
    return List.copyOf(all);
  }

  /// Whether it is the own word of a party.
  public boolean isWordOf(PartyId one) {
    return party.equals(one) || jointly.contains(one);
  }

  /// `known`, or `said` by default.
  public Edtf knownOrSaid() {
    return known != null ? known : said;
  }

  /// The quotation, or the paraphrase if there is none.
  public String words() {
    return quote != null ? quote.text() : paraphrase != null ? paraphrase : "";
  }

  /// The earlier claims it supersedes, retracts or contradicts.
  public List<ClaimId> corrects() {
    List<ClaimId> all = new ArrayList<>(supersedes);
    all.addAll(retracts);
    all.addAll(contradicts);
    return all;
  }
}
