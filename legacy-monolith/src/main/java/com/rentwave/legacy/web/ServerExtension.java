package com.rentwave.legacy.web;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts the {@link ProblemHandler} in front of the application; found by the server as a service. */
public final class ServerExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(ProblemHandler::new);
    }
}
