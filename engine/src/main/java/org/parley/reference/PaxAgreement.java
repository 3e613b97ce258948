package org.parley.reference;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An agreement in PA-X.
///
/// @param id its number in the collection
/// @param title its title
/// @param date the day it was signed or agreed
/// @param conflict the countries or entities, as the collection names them
/// @param process the peace process
/// @param kind the incompatibility
/// @param scope who concluded it
/// @param stage the stage of the process
/// @param ucdpAgreement its number in the UCDP Peace Agreements; null if none is given
/// @param pamAccord the number of the PAM accord that the row refers to; null if none is given
/// @param text the address of its text as a document; null if none is given
/// @param codes the topics in it: for each code its value, from 1 to 3
public record PaxAgreement(
    int id,
    String title,
    LocalDate date,
    String conflict,
    String process,
    ConflictKind kind,
    AgreementScope scope,
    AgreementStage stage,
    @Nullable Long ucdpAgreement,
    @Nullable Integer pamAccord,
    @Nullable String text,
    Map<String, Integer> codes) {

  private static final String ADDRESS = "https://www.peaceagreements.org/agreements/";

  public PaxAgreement {
    codes = Collections.unmodifiableMap(new TreeMap<>(codes));
  }

  /// Whether all these topics are in it.
  public boolean hasAll(java.util.Collection<String> topics) {
    return codes.keySet().containsAll(topics);
  }

  /// The same with the address of its text.
  public PaxAgreement withText(@Nullable String address) {
    return new PaxAgreement(
        id,
        title,
        date,
        conflict,
        process,
        kind,
        scope,
        stage,
        ucdpAgreement,
        pamAccord,
        address,
        codes);
  }

  /// The page of the collection with its text.
  public String address() {
    return address(id);
  }

  /// The page of the agreement with this number.
  public static String address(int number) {
    return ADDRESS + number + "/";
  }
}
