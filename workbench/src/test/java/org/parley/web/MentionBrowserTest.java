package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names are suggested where a mention is typed, and taken by keyboard or mouse.
class MentionBrowserTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      sources:
        - {id: s1, title: Talks, kind: report, language: en, publisher: Wire, date: 2025-02-01, reliability: B}
      """;

  @TempDir Path folder;

  @Test
  void namesAreSuggestedWhereAMentionIsTyped() throws Exception {
    try (Team team = new Team(folder.resolve("journal"), Team.caseOf(CASE), true);
        BrowserContext context = Chromium.get().window()) {
      team.account("ann", "mediator", null);
      team.account("al", "delegation", "AA");
      team.account("alma", "delegation", "AA");
      team.account("bea", "delegation", "BB");
      String[] cookie = Objects.requireNonNull(team.inSession("al").cookie).split("=", 2);
      String server = team.server.address().toString();
      context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(server)));
      Page page = context.newPage();
      page.navigate(team.server.address().resolve("/record/s1/comments").toString());
      page.locator("details.write summary").first().click();
      Locator text = page.locator("form.comment textarea").first();
      Locator list = page.locator("form.comment [role=listbox]").first();
      Locator options = list.locator("[role=option]");

      text.pressSequentially("Is it right, @al");
      list.waitFor();
      assertEquals(List.of("alma"), options.allInnerTexts().stream().map(String::strip).toList());
      text.press("ArrowDown");
      assertEquals("true", options.first().getAttribute("aria-selected"));
      assertEquals(options.first().getAttribute("id"), text.getAttribute("aria-activedescendant"));
      text.press("Enter");
      assertEquals("Is it right, @alma ", text.inputValue());
      hidden(list);

      text.pressSequentially("or @");
      list.waitFor();
      options.getByText("ann").click();
      assertEquals("Is it right, @alma or @ann ", text.inputValue());
      hidden(list);

      text.pressSequentially("@a");
      list.waitFor();
      text.press("Escape");
      hidden(list);
      text.pressSequentially(" a@b");
      assertEquals("Is it right, @alma or @ann @a a@b", text.inputValue());
      assertEquals(false, list.isVisible(), "the address of a mail mentions nobody");
    }
  }

  private static void hidden(Locator list) {
    list.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }
}
