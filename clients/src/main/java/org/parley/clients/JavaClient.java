package org.parley.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls the API through the generated Java client, which is on the class path.
///
/// Reads a call a line: `{"operation": ..., "arguments": {...}, "body": ...}`. Prints a line for
/// each: `{"read": ...}` with what the client made of the answer, as it writes it again, or
/// `{"status": ..., "problem": ...}`. A file is written in base 64.
public final class JavaClient {

  private static final int MOST_TRIES = 30;

  private final Object client;
  private final ObjectMapper mapper;
  private final Map<String, Method> operations = new HashMap<>();
  private final Map<String, Object> groups = new HashMap<>();

  private JavaClient(String address, String token, Path classes)
      throws ReflectiveOperationException, IOException {
    Class<?> type = Class.forName(Generate.JAVA_PACKAGE + ".ApiClient");
    client = type.getConstructor().newInstance();
    type.getMethod("updateBaseUri", String.class).invoke(client, address);
    Consumer<HttpRequest.Builder> bearer =
        request -> request.header("Authorization", "Bearer " + token);
    type.getMethod("setRequestInterceptor", Consumer.class).invoke(client, bearer);
    mapper = (ObjectMapper) type.getMethod("getObjectMapper").invoke(client);
    Path apis = classes.resolve(Generate.JAVA_PACKAGE.replace('.', '/')).resolve("api");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(apis, "*Api.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> group = Class.forName(Generate.JAVA_PACKAGE + ".api." + name);
        groups.put(group.getName(), group.getConstructor(type).newInstance(client));
        for (Method method : group.getMethods()) {
          if (method.getDeclaringClass() == group) {
            operations.merge(
                method.getName(),
                method,
                (a, b) -> a.getParameterCount() < b.getParameterCount() ? a : b);
          }
        }
      }
    }
  }

  /// Calls the API.
  ///
  /// @param arguments the address of the server, a token, and the folder of the compiled client
  public static void main(String[] arguments) throws Exception {
    JavaClient client = new JavaClient(arguments[0], arguments[1], Path.of(arguments[2]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(client.answer(client.mapper.readTree(line)).toString());
    }
  }

  private ObjectNode answer(JsonNode call) throws Exception {
    ObjectNode answer = mapper.createObjectNode();
    Method method = operations.get(call.get("operation").asText());
    if (method == null) {
      return answer.put("status", 0).put("problem", "the client has no such method");
    }
    Object group = groups.get(method.getDeclaringClass().getName());
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] values = new @Nullable Object[parameters.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(parameters[i], call);
    }
    for (int tries = 1; ; tries++) {
      try {
        Object read = method.invoke(group, values);
        return answer.set("read", json(read));
      } catch (InvocationTargetException e) {
        Throwable cause = e.getCause();
        if (cause == null || !cause.getClass().getSimpleName().equals("ApiException")) {
          throw e;
        }
        int status = (int) cause.getClass().getMethod("getCode").invoke(cause);
        if (status == 429 && tries < MOST_TRIES) {
          Thread.sleep(1_000);
          continue;
        }
        Object body = cause.getClass().getMethod("getResponseBody").invoke(cause);
        return answer
            .put("status", status)
            .put("problem", body == null ? cause.toString() : body.toString());
      }
    }
  }

  /// An argument of the call; what is no argument is the body.
  private @Nullable Object value(Parameter parameter, JsonNode call) {
    JsonNode argument = call.get("arguments").get(parameter.getName());
    boolean isBody = parameter.getType().getName().startsWith(Generate.JAVA_PACKAGE + ".model.");
    JsonNode value = argument != null ? argument : isBody ? call.get("body") : null;
    return value == null
        ? null
        : mapper.convertValue(value, mapper.constructType(parameter.getParameterizedType()));
  }

  private JsonNode json(@Nullable Object read) throws IOException {
    if (read instanceof File file) {
      byte[] bytes = Files.readAllBytes(file.toPath());
      return mapper.getNodeFactory().textNode(Base64.getEncoder().encodeToString(bytes));
    }
    return mapper.readTree(mapper.writeValueAsBytes(read));
  }
}
