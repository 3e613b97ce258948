package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.notice.Webhook;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.attack.Attacks;
import tools.jackson.databind.json.JsonMapper;

/// Addresses that would inject headers, recipients or pages, and webhooks that lead elsewhere.
@NullMarked
class NoticeAttacksTest {

  /// Addresses that end a header, name another recipient, or are no addresses at all.
  private static final List<String> ADDRESSES =
      List.of(
          "al@a.example\r\nBcc: all@b.example",
          "al@a.example\nBcc: all@b.example",
          "al@a.example\rBcc: all@b.example",
          "al@a.example%0d%0aBcc:all@b.example",
          "al@a.example\u2028Bcc: all@b.example",
          "al@a.example\u0085Bcc: all@b.example",
          "al@a.example\u000bBcc: all@b.example",
          "al@a.example\tBcc: all@b.example",
          "\r\nal@a.example\r\n.\r\nMAIL FROM:<x@b.example>",
          "al@a.example>\r\nRCPT TO:<all@b.example",
          "al@a.example> SIZE=1",
          "al@a.example,all@b.example",
          "al@a.example;all@b.example",
          "al@a.example all@b.example",
          "all: al@a.example, bo@b.example;",
          "Al <al@a.example>",
          "<al@a.example>",
          "\"al\r\n\"@a.example",
          "\"al\\\"@a.example",
          "al(all@b.example)@a.example",
          "@relay.example:al@a.example",
          "al%b.example@a.example@c.example",
          "al@[127.0.0.1]",
          "al@[IPv6:::1]",
          "al@a.example\u0000",
          "al@a\u0000.example",
          "al@а.example",
          "al@a.example\u202e",
          "<script>alert(1)</script>@a.example",
          "al@a.example\"><script>alert(1)</script>",
          "javascript:alert(1)",
          "=?UTF-8?Q?al?=@a.example\r\nX: y",
          "a".repeat(65) + "@a.example",
          "a@" + "a.".repeat(200) + "example",
          "a".repeat(100_000));

  private static final List<String> WEBHOOKS =
      List.of(
          "http://example.org/",
          "http://169.254.169.254/latest/meta-data/",
          "http://10.0.0.1/",
          "http://[fe80::1]/",
          "http://127.0.0.1.example.org/",
          "http://2130706433.example.org/",
          "http://localhost.example.org/",
          "http://localhost@example.org/",
          "http://example.org\\@127.0.0.1/",
          "https://ann:secret@example.org/",
          "https://example.org/\r\nHost: other",
          "https://example.org/#x",
          "//example.org/",
          "/hook",
          "ftp://example.org/",
          "file:///etc/passwd",
          "gopher://127.0.0.1:25/_MAIL",
          "jar:https://example.org/a!/b",
          "ldap://example.org/",
          "https:example.org",
          "https://",
          "https://example.org/" + "a".repeat(3_000));

  @TempDir Path folder;

  @Test
  void nothingIsInjected() throws Exception {
    int tried = 0;
    try (Team team =
        new Team(
            folder,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true))) {
      team.account("al", "delegation", "AA");
      Team.Client al = team.inSession("al");
      for (String address : ADDRESSES) {
        HttpResponse<String> form =
            al.form("/notices", Map.of("address", address, "cadence", "daily"));
        String body =
            JsonMapper.shared()
                .createObjectNode()
                .put("address", address)
                .put("cadence", "daily")
                .toString();
        HttpResponse<String> api = al.json("PUT", "/api/me/notices", body);
        assertTrue(List.of(400, 422).contains(form.statusCode()), address);
        assertTrue(List.of(400, 422).contains(api.statusCode()), address);
        assertFalse(form.body().contains("<script>alert"), form.body());
        tried += 2;
      }
      assertTrue(team.people.notices().find("al").isEmpty());
    }
    for (String address : WEBHOOKS) {
      assertEquals("refused", webhook(address), address);
      tried++;
    }
    Attacks.assertCounted("notice injection", tried);
  }

  private static String webhook(String address) {
    try {
      return Webhook.of(address, "0123456789abcdef0123456789abcdef").address().toString();
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }
}
