package org.parley.web.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.CaseInfo;
import org.parley.store.people.Account;
import org.parley.store.people.OpenSession;
import org.parley.web.service.Role;
import org.parley.web.view.ConnectedPeople;
import org.parley.web.view.Say.Choice;

/// What the page of accounts says of an account, and what an account service answers.
@NullMarked
class PeoplePageTest {

  private static final Account ANN =
      new Account("ann", "mediator", null, Instant.parse("2025-12-28T12:00:00Z"));

  private static final OpenSession SESSION =
      new OpenSession("0123456789abcdef", "Firefox, Linux", ANN.created(), ANN.created());

  private static final PeoplePage PAGE =
      new PeoplePage(
          new CaseInfo("The river", null, List.of()),
          List.of(ANN),
          Map.of("ann", List.of(SESSION, SESSION)),
          Set.of(),
          Map.of(),
          Map.of(),
          false,
          List.of(),
          Instant.parse("2025-12-28T12:00:00Z"),
          List.of(new Choice("A", "Arda")),
          "",
          "",
          null,
          null,
          Map.of("name", "bo"),
          new ConnectedPeople("The Ministry", Map.of("ann", "7d1c"), true));

  @Test
  void sessionsAreThoseOfTheAccount() {
    assertEquals(List.of(SESSION, SESSION), PAGE.sessionsOf(ANN));
    assertEquals(List.of(), PAGE.sessionsOf(new Account("bo", "observer", null, ANN.created())));
  }

  @Test
  void anAccountThatIsNotConnectedHasNoIdentifier() {
    assertEquals("7d1c", PAGE.subjectOf(ANN));
    assertEquals("", PAGE.subjectOf(new Account("bo", "observer", null, ANN.created())));
    assertTrue(PAGE.hasProvider());
  }

  @Test
  void aPartyIsCalledByItsNameAndAHiddenOneByItsId() {
    assertEquals("delegation of Arda", PAGE.as("delegation", "A"));
    assertEquals("observer of B", PAGE.as("observer", "B"));
    assertEquals("mediator", PAGE.as("mediator", null));
  }

  @Test
  void whatWasTypedIsKept() {
    assertEquals("bo", PAGE.typed("name"));
    assertEquals("", PAGE.typed("password"));
  }

  /// The public needs no account.
  @Test
  void everyRoleButThePublicMayBeGiven() {
    assertEquals(Role.values().length - 1, PAGE.roles().size());
    assertFalse(PAGE.roles().contains(Role.PUBLIC.word()));
    assertTrue(PAGE.roles().contains("mediator"));
  }

  @ParameterizedTest
  @CsvSource({
    "ann, true",
    "Ann.Berg@example.org, true",
    "a-b_c, true",
    "9, true",
    "-a, false",
    "a b, false",
    "'', false",
    "ä, false",
    "a/b, false"
  })
  void namesOfAccounts(String name, boolean isName) {
    assertEquals(isName, Account.isName(name));
  }

  @Test
  void namesOfAccountsHaveSixtyFourCharactersAtMost() {
    assertTrue(Account.isName("a".repeat(64)));
    assertFalse(Account.isName("a".repeat(65)));
  }

  @Test
  void anAnswerIsDoneUnlessItTellsOfTrouble() {
    assertTrue(AccountService.Came.done("bo may come in as observer.").isDone());
    assertFalse(AccountService.Came.not("There is an account already.").isDone());
  }

  @Test
  void aRoleIsToldWithItsParty() {
    assertEquals("delegation of A", new AccountService.As("delegation", "A").words());
    assertEquals("observer", new AccountService.As("observer", null).words());
  }
}
