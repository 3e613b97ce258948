package org.parley.model.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;

/// What somebody said, when, according to whom. A claim is never merged with another, edited into
/// agreement or deleted: later claims supersede, retract or contradict it, and it stays readable.
///
/// @param id its id
/// @param speaker who said it, by name, or as the source describes them
/// @param office the speaker's office
/// @param party the party the speaker speaks for
/// @param said when it was said
/// @param known when it became known; default: when it was said
/// @param channel whether it was said in public
/// @param source where it is reported, at least one
/// @param quote the words, quoted; short
/// @param paraphrase the words, restated
/// @param about what it is about, at least one subject
/// @param between the parties among whom it is said to hold; empty where the speaker spoke for
///   their own party alone
/// @param asserts what it asserts
/// @param supersedes earlier claims this one takes the place of
/// @param retracts earlier claims the speaker takes back
/// @param contradicts earlier claims this one denies
public record Claim(
    ClaimId id,
    String speaker,
    @Nullable String office,
    PartyId party,
    Edtf said,
    @Nullable Edtf known,
    Channel channel,
    List<SourceId> source,
    @Nullable String quote,
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
    source = List.copyOf(source);
    about = List.copyOf(about);
    between = List.copyOf(between);
    supersedes = List.copyOf(supersedes);
    retracts = List.copyOf(retracts);
    contradicts = List.copyOf(contradicts);
  }

  /// When it became known: `known`, or when it was said.
  public Edtf knownOrSaid() {
    return known != null ? known : said;
  }

  /// The words: the quotation where there is one, else the paraphrase.
  public String words() {
    return quote != null ? quote : paraphrase != null ? paraphrase : "";
  }

  /// The earlier claims this one supersedes, retracts or contradicts.
  public List<ClaimId> corrects() {
    List<ClaimId> all = new ArrayList<>(supersedes);
    all.addAll(retracts);
    all.addAll(contradicts);
    return all;
  }
}
