package org.parley.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// An OpenID provider in this process, which keeps to the standard until a test makes it break one
/// of its rules. It signs in whoever the test says, without asking.
@NullMarked
public final class TestProvider implements AutoCloseable {

  public static final String CLIENT = "parley";
  public static final String SECRET = "a secret between the two";

  /// Made once: finding primes takes longer than most tests.
  private static final RSAKey OWN = key("first");

  private final HttpServer server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /// What is asked of it: the paths.
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /// Who signs in next.
  public volatile String subject = "7d1c";

  /// What is said of them.
  public volatile Map<String, Object> claims = Map.of();

  /// What only the address for claims says of them; null for no such address.
  public volatile @Nullable Map<String, Object> more;

  /// The key that signs, and those it publishes.
  public volatile RSAKey signing = OWN;

  public volatile List<RSAKey> published = List.of(OWN);

  /// Changes a token before it is signed.
  public volatile UnaryOperator<JWTClaimsSet> mutation = UnaryOperator.identity();

  /// Makes another token than a signed one.
  public volatile @Nullable Function<JWTClaimsSet, JWT> forgery;

  /// Changes what it says of itself.
  public volatile UnaryOperator<Map<String, Object>> metadata = UnaryOperator.identity();

  /// Changes where it sends a browser.
  public volatile UnaryOperator<Map<String, String>> answer = UnaryOperator.identity();

  /// Whether it takes a code twice, and whether it looks at the verifier.
  public volatile boolean takesCodesTwice;

  public volatile boolean ignoresVerifiers;

  /// The status and body of its answers, instead of the right ones; null for the right ones.
  public volatile @Nullable String broken;

  public volatile int brokenStatus = 200;

  /// Whether it takes connections and does not answer.
  public volatile boolean hangs;

  private record Code(
      String nonce,
      String challenge,
      String redirect,
      String subject,
      Map<String, Object> claims) {}

  private TestProvider(HttpServer server) {
    this.server = server;
  }

  /// Starts one.
  public static TestProvider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(
          Executors.newCachedThreadPool(
              Thread.ofPlatform().name("provider-", 0).daemon().factory()));
      TestProvider provider = new TestProvider(server);
      server.createContext("/", provider::handle);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A key that only the test has.
  public static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Its address; another host name than that of the server, so that a browser sees two sites.
  public URI issuer() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/realms/ministry");
  }

  /// A configuration of a server that asks it.
  public OidcPlan plan(List<String> roles, boolean isOfManyCases) {
    return new OidcPlan(
        issuer(),
        CLIENT,
        SECRET,
        List.of("profile"),
        OidcPlan.GROUPS,
        OidcPlan.NAME,
        RoleTable.of(roles, isOfManyCases),
        true,
        false,
        Set.of(),
        "The Ministry");
  }

  /// Says who signs in next.
  public void signsIn(String subject, String name, String... groups) {
    this.subject = subject;
    claims = Map.of("preferred_username", name, "groups", List.of(groups));
  }

  /// Where it sends a browser that comes with this address.
  public URI authorize(URI request) {
    Map<String, String> given = form(request.getRawQuery());
    String code = "code" + numbers.incrementAndGet();
    codes.put(
        code,
        new Code(
            given.getOrDefault("nonce", ""),
            given.getOrDefault("code_challenge", ""),
            given.getOrDefault("redirect_uri", ""),
            subject,
            claims));
    Map<String, String> back = new LinkedHashMap<>();
    back.put("code", code);
    back.put("state", given.getOrDefault("state", ""));
    back.put("iss", issuer().toString());
    return URI.create(given.get("redirect_uri") + "?" + encoded(answer.apply(back)));
  }

  /// A query of these values; those that are empty are left out.
  public static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> form(@Nullable String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String each : Objects.requireNonNullElse(text, "").split("&")) {
      int at = each.indexOf('=');
      if (at > 0) {
        values.put(
            each.substring(0, at),
            URLDecoder.decode(each.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    if (hangs) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (path.replaceFirst("^/realms/ministry", "")) {
      case "/.well-known/openid-configuration" -> send(exchange, 200, json(describe()));
      case "/jwks" -> send(exchange, 200, new JWKSet(List.copyOf(published)).toString());
      case "/authorize" -> redirect(exchange, authorize(exchange.getRequestURI()));
      case "/token" -> token(exchange, form(body));
      case "/userinfo" -> send(exchange, 200, json(Objects.requireNonNullElse(more, Map.of())));
      default -> send(exchange, 404, "{}");
    }
  }

  private Map<String, Object> describe() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("issuer", issuer().toString());
    said.put("authorization_endpoint", issuer() + "/authorize");
    said.put("token_endpoint", issuer() + "/token");
    said.put("jwks_uri", issuer() + "/jwks");
    said.put("end_session_endpoint", issuer() + "/logout");
    if (more != null) {
      said.put("userinfo_endpoint", issuer() + "/userinfo");
    }
    said.put("response_types_supported", List.of("code"));
    said.put("subject_types_supported", List.of("public"));
    said.put("id_token_signing_alg_values_supported", List.of("RS256"));
    said.put("authorization_response_iss_parameter_supported", true);
    return metadata.apply(said);
  }

  private void token(HttpExchange exchange, Map<String, String> given) throws IOException {
    Code code =
        takesCodesTwice
            ? codes.get(given.getOrDefault("code", ""))
            : codes.remove(given.getOrDefault("code", ""));
    if (!isClient(exchange)) {
      send(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if (code == null
        || !code.redirect.equals(given.get("redirect_uri"))
        || !(ignoresVerifiers
            || challenge(given.getOrDefault("code_verifier", "")).equals(code.challenge))) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      send(
          exchange,
          200,
          json(
              Map.of("access_token", "access", "token_type", "Bearer", "id_token", idToken(code))));
    }
  }

  private static boolean isClient(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    String expected =
        URLEncoder.encode(CLIENT, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    return ("Basic "
            + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)))
        .equals(given);
  }

  @SuppressWarnings("JavaUtilDate") // the library asks for it
  private String idToken(Code code) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject(code.subject)
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", code.nonce);
    code.claims.forEach(claims::claim);
    JWTClaimsSet made = mutation.apply(claims.build());
    Function<JWTClaimsSet, JWT> forged = forgery;
    return forged == null ? sign(made, signing) : forged.apply(made).serialize();
  }

  /// A token by a key.
  public static String sign(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Map<String, Object> values) {
    return JSONObjectUtils.toJSONString(values);
  }

  private static void redirect(HttpExchange exchange, URI to) throws IOException {
    exchange.getResponseHeaders().set("Location", to.toString());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void send(HttpExchange exchange, int status, String right) throws IOException {
    String wrong = broken;
    byte[] bytes = (wrong == null ? right : wrong).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(wrong == null ? status : brokenStatus, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// What was asked, in order, since the last time.
  public List<String> takeAsked() {
    List<String> all = new ArrayList<>(asked);
    asked.clear();
    return all;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
