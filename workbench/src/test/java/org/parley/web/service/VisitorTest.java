package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.model.PartyId;

class VisitorTest {

  private static final PartyId PARTY = new PartyId("AA");

  /// A delegation without a party would see nothing, a mediator with one too little.
  @ParameterizedTest
  @EnumSource(Role.class)
  void aDelegationHasAPartyAndOthersHaveNone(Role role) {
    boolean mayHave = role == Role.DELEGATION || role == Role.MONITOR || role == Role.OBSERVER;
    if (mayHave) {
      assertEquals(PARTY, new Visitor("ann", role, PARTY).party());
    } else {
      String said =
          assertThrows(IllegalArgumentException.class, () -> new Visitor("ann", role, PARTY))
              .getMessage();
      assertTrue(String.valueOf(said).contains(" with a party: ann"), said);
    }
    if (role == Role.DELEGATION) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> new Visitor("ann", role, null))
              .getMessage();
      assertTrue(String.valueOf(said).contains(" without a party: ann"), said);
    } else {
      assertEquals(role, new Visitor("ann", role, null).role());
    }
  }
}
