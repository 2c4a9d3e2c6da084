const notice = document.getElementById("components-reconnect-modal");
notice.addEventListener("components-reconnect-state-changed", e => {
  if (e.detail.state === "show") notice.show();
  else if (e.detail.state === "hide") notice.close();
  else if (e.detail.state === "failed") document.addEventListener("visibilitychange", retryWhenVisible);
  else if (e.detail.state === "rejected") location.reload();
});
document.getElementById("components-reconnect-button").addEventListener("click", retry);
document.getElementById("components-resume-button").addEventListener("click", resume);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) notice.close();
    else location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  try {
    if (!(await Blazor.resumeCircuit())) location.reload();
  } catch {
    notice.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") await retry();
}
